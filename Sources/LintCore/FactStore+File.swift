extension FactStore {
  /// Writes the tables of all rules.
  func append(to bytes: inout FactBytes) {
    bytes.append(UInt32(tables.count))
    for rule in tables.keys.sorted() {
      guard let table = tables[rule] else { continue }
      bytes.append(UInt32(rule))
      bytes.append(UInt32(table.pages.count))
      var start = 0
      for page in table.pages {
        bytes.append(UInt32(page.page.file))
        bytes.append(UInt32(page.page.page))
        bytes.append(long: page.locale)
        bytes.append(page.path)
        bytes.append(UInt32(page.end - start))
        bytes.append(table.bytes[start..<page.end])
        start = page.end
      }
    }
  }

  /// Reads what `append` has written.
  ///
  /// - Parameters:
  ///   - files: How many there are.
  ///   - rules: How many there are.
  mutating func read(
    _ reader: inout FactFileReader, files: Int, rules: Int, _ check: (Int) -> (any CrossFileCheck)?
  ) throws(FactFile.Failure) {
    let count = try reader.number32()
    guard count <= rules else { throw .damaged }
    for _ in 0..<count {
      let rule = try reader.number32()
      guard rule < rules, tables[rule] == nil, let check = check(rule) else { throw .damaged }
      var table = Table(check)
      var last = PageNumber(file: -1)
      for _ in 0..<(try reader.number32()) {
        let file = try reader.number32()
        let page = PageNumber(file: file, page: try reader.number32())
        // In order, and each once.
        guard file < files, last < page else { throw .damaged }
        last = page
        let locale = try reader.text()
        let path = try reader.number64()
        table.bytes += try reader.take(try reader.number32())
        table.pages.append((page, locale, path, table.bytes.count))
      }
      tables[rule] = table
    }
  }

  /// The facts of several runs as those of one over all their files.
  ///
  /// - Parameter order: for each file in the order of the run the index of the part that has it and its index
  ///   there.
  public static func joined(_ parts: [FactStore], _ order: [(part: Int, file: Int)]) -> FactStore {
    let entries = parts.map { $0.entriesByFile() }
    var store = FactStore()
    for place in order {
      let digest = parts[place.part].digests[place.file]
      store.add(
        digest.map { FileFacts(digest: $0, entries: entries[place.part][place.file] ?? []) })
    }
    return store
  }

  private func entriesByFile() -> [Int: [FileFacts.Entry]] {
    var entries: [Int: [FileFacts.Entry]] = [:]
    for (rule, table) in tables {
      var start = 0
      for page in table.pages {
        entries[page.page.file, default: []].append(
          FileFacts.Entry(
            rule: rule, page: page.page.page, locale: page.locale, path: page.path,
            bytes: Array(table.bytes[start..<page.end]), check: table.check))
        start = page.end
      }
    }
    return entries
  }
}

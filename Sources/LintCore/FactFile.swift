import LintText

/// What rules that look across files keep of some pages, as a file that other runs read.
///
/// It may come from anywhere: every length is checked against what is left, and what says that it is damaged is
/// refused. What the facts themselves say the rules read with `FactReader`, which takes any bytes.
public struct FactFile: Sendable {
  /// Why a file is refused: a clause.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }

    static let other = Failure("is no file of facts")
    static let damaged = Failure("is damaged")
  }

  /// The paths that its run was given.
  public let given: [String]
  /// In the order of the facts.
  public let paths: [String]
  /// The names of the rules of its run, in order.
  public let rules: [String]
  /// What else its run was told that facts depend on, as people read it.
  public let settings: [String]
  /// Behind the paths: digests, and what rules keep.
  private let rest: ArraySlice<UInt8>

  private static let mark = Array("loclint facts 3\n".utf8)

  /// Reads what stands before the facts, and makes sure that all is there.
  ///
  /// - Parameter version: that of the program.
  public init(_ bytes: [UInt8], version: String) throws(Failure) {
    guard bytes.starts(with: Self.mark) else { throw .other }
    var reader = FactFileReader(bytes.dropFirst(Self.mark.count))
    let written = try reader.text()
    guard written == version else {
      throw Failure("was written by version \(written.visible), and this is \(version)")
    }
    // Damage is told of before it is met as something else.
    guard bytes.count >= 8,
      Hash64(of: bytes.span.extracting(0..<bytes.count - 8)).value
        == FactFileReader.number(bytes.suffix(8))
    else { throw .damaged }
    rules = try reader.texts()
    settings = try reader.texts()
    given = try reader.texts()
    paths = try reader.texts()
    rest = try reader.take(reader.count - 8)
  }

  /// What the rules keep.
  ///
  /// - Parameters:
  ///   - rules: the names of those of the run, in order.
  ///   - settings: what else the run was told.
  ///   - check: one that looks across files, by its index.
  public func facts(
    _ rules: [String], settings: [String], _ check: (Int) -> (any CrossFileCheck)?
  ) throws(Failure) -> FactStore {
    guard self.rules == rules else {
      let names = Set(rules).symmetricDifference(self.rules).sorted().prefix(3).map(\.visible)
      throw Failure(
        names.isEmpty
          ? "was written by a run with other rules"
          : "was written by a run with other rules: \(names.joined(separator: ", "))")
    }
    guard self.settings == settings else {
      let other = Set(settings).symmetricDifference(self.settings).sorted().prefix(3)
      throw Failure(
        "was written by a run with other settings: \(other.map(\.visible).joined(separator: ", "))")
    }
    var reader = FactFileReader(rest)
    var facts = FactStore()
    for _ in paths {
      let isThere = try reader.byte() == 1
      let digest = try reader.number64()
      facts.add(isThere ? FileFacts(digest: digest, entries: []) : nil)
    }
    try facts.read(&reader, files: paths.count, rules: rules.count, check)
    guard reader.isAtEnd else { throw .damaged }
    return facts
  }

  /// The bytes of such a file.
  ///
  /// - Parameters:
  ///   - facts: those of the files, in their order.
  ///   - paths: of the files, from the folder on that all runs have in common.
  public static func bytes(
    _ facts: FactStore, of paths: [String], given: [String], version: String, rules: [String],
    settings: [String]
  ) -> [UInt8] {
    var bytes = FactBytes()
    bytes.append(mark[...])
    bytes.append(long: version)
    for list in [rules, settings, given, paths] {
      bytes.append(UInt32(list.count))
      for text in list { bytes.append(long: text) }
    }
    for digest in facts.digests {
      bytes.append(UInt8(digest == nil ? 0 : 1))
      bytes.append(digest ?? 0)
    }
    facts.append(to: &bytes)
    bytes.append(Hash64(of: bytes.bytes.span).value)
    return bytes.bytes
  }
}

extension String {
  /// Cut, and without what a terminal takes for a command.
  fileprivate var visible: String {
    String(
      unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0) })
  }
}

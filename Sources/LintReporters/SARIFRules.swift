import LintCore

/// The rules of a run, and loclint's own conditions, as SARIF describes them.
enum SARIFRules {
  /// GitHub rejects descriptions of more than 1,024 characters; doubled braces come on top.
  private static let longestDescription = 1000
  /// Bytes of an example to show; what is longer illustrates nothing in a box.
  private static let longestExample = 800

  static func write(
    _ rule: Run.ActiveRule, _ pages: RulePages?, to json: inout JSONWriter
  ) {
    let info = rule.info
    let page = pages?.address(of: info.id)
    // GitHub rejects a report with an empty description, and a team's own rules may have no reason.
    let why = info.why.isEmpty ? info.finds : info.why
    json.object { json in
      json.member("id", info.id)
      json.member("name", name(for: info.id))
      writeDescriptions(
        finds: "Finds \(info.finds.asSentence)", why: why, messages: info.messages, to: &json)
      json.object("defaultConfiguration") { $0.member("level", info.severity.rawValue) }
      if let page { json.member("helpUri", page) }
      json.object("help") { json in
        json.member("text", (why.asSentence + (page.map { " See \($0)" } ?? "")).withDoubledBraces)
        json.member("markdown", markdown(for: info, page).withDoubledBraces)
      }
      SARIFTaxonomy.writeRelationship(to: info.issueType, to: &json)
      json.object("properties") { json in
        json.strings("tags", tags(of: info))
        json.member("precision", rule.profile?.precision ?? "medium")
        json.member("problem.severity", rule.severity.problemSeverity)
      }
    }
  }

  /// loclint's own conditions, in the order of `SARIFNotices.index`.
  static func writeNotices(to json: inout JSONWriter) {
    writeNotice(
      UnreadableFile.id, finds: UnreadableFile.finds, why: UnreadableFile.why,
      UnreadableFile.message, .error, to: &json)
    writeNotice(
      SARIFNotices.leftOut, finds: SARIFNotices.leftOutFinds, why: SARIFNotices.leftOutWhy,
      SARIFNotices.leftOutMessage, .note, to: &json)
    writeNotice(
      SARIFNotices.unlisted, finds: SARIFNotices.unlistedFinds, why: SARIFNotices.unlistedWhy,
      SARIFNotices.unlistedMessage, .note, to: &json)
    writeNotice(
      SARIFNotices.empty, finds: SARIFNotices.emptyFinds, why: SARIFNotices.emptyWhy,
      SARIFNotices.emptyMessage, .error, to: &json)
  }

  private static func writeNotice(
    _ id: String, finds: String, why: String, _ message: Message, _ severity: Severity,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", id)
      json.member("name", name(for: id))
      writeDescriptions(finds: finds, why: why, messages: [message], to: &json)
      json.object("defaultConfiguration") { $0.member("level", severity.rawValue) }
      json.object("help") { json in
        json.member("text", why)
        json.member("markdown", why)
      }
    }
  }

  private static func writeDescriptions(
    finds: String, why: String, messages: [Message], to json: inout JSONWriter
  ) {
    json.object("shortDescription") { json in
      json.member("text", finds.cut(to: longestDescription).withDoubledBraces)
    }
    json.object("fullDescription") { json in
      json.member("text", why.asSentence.cut(to: longestDescription).withDoubledBraces)
    }
    guard !messages.isEmpty else { return }
    json.object("messageStrings") { json in
      for message in messages {
        json.object(named: message.id) { $0.member("text", SARIFMessage.template(of: message)) }
      }
    }
  }

  /// `ChangedLinkTarget` for `changed-link-target`: the form that SARIF's own checker asks for.
  ///
  /// It must differ from the ID in more than case, so `mojibake` becomes `MojibakeFault`.
  static func name(for id: String) -> String {
    var name = ""
    for part in id.split(separator: "-") {
      // A capital must be followed by something else, so a word of one letter hangs on to the last.
      let isWord = part.utf8.count > 1 || name.isEmpty
      name += isWord ? part.prefix(1).uppercased() + part.dropFirst() : part.lowercased()
    }
    return name.lowercased() == id.lowercased() ? "\(name)Fault" : name
  }

  private static func tags(of info: RuleInfo) -> [String] {
    var tags: [String] = []
    for tag in ["localization", info.family, info.issueType.rawValue]
    where !tag.isEmpty && !tags.contains(tag) {
      tags.append(tag)
    }
    return tags
  }

  // MARK: Help

  private static func markdown(for info: RuleInfo, _ page: String?) -> String {
    var parts = ["Finds \(info.finds.asSentence)", info.why.asSentence].filter { !$0.isEmpty }
    for (title, examples) in [
      ("Reported, the part in `⟦…⟧`", info.fails.prefix(2)),
      ("Not reported", info.passes.prefix(1)),
    ] {
      let blocks = examples.compactMap(block)
      guard !blocks.isEmpty else { continue }
      parts += ["## \(title)"] + blocks
    }
    // In full, for whoever reads may not know who has set it.
    if let page { parts.append("See <\(page)>") }
    return parts.joined(separator: "\n\n")
  }

  private static func block(for example: Example) -> String? {
    let text: String
    switch example.form {
    case .segment(let source, let target): text = "source: \(source)\ntarget: \(target)"
    case .pair(let source, let target, _): text = "source:\n\(source)\n\ntarget:\n\(target)"
    case .files(let files):
      text = files.map { "\($0.label):\n\($0.text)" }.joined(separator: "\n\n")
    case .body(let body): text = body
    case .file(let file): text = file
    case .bytes: return nil
    }
    guard text.utf8.count <= longestExample else { return nil }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { String($0).visible }
    let fence = String(repeating: "`", count: max(3, text.longestRunOfBackticks + 1))
    return (["\(example.about.asSentence)\n", "\(fence)text"] + lines + [fence])
      .joined(separator: "\n")
  }
}

extension Profile {
  /// How many of the findings are faults, in GitHub's words.
  fileprivate var precision: String {
    switch self {
    case .default: "high"
    case .strict: "medium"
    case .all: "low"
    }
  }
}

extension Severity {
  /// GitHub's word for it.
  fileprivate var problemSeverity: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }
}

extension String {
  /// This string with an end: a full stop unless there is one.
  fileprivate var asSentence: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    guard let last = text.last, !".!?:".contains(last) else { return String(text) }
    return text + "."
  }

  /// No more than so many UTF-16 code units of this string, whole characters.
  fileprivate func cut(to longest: Int) -> String {
    guard utf16.count > longest else { return self }
    var text = prefix(longest - 1)
    while text.utf16.count >= longest { text.removeLast() }
    return text + "…"
  }

  fileprivate var longestRunOfBackticks: Int {
    var longest = 0
    var run = 0
    for byte in utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// Where people read about rules: an address with `{rule}` in place of a rule's name.
///
/// It may come from a stranger's configuration and ends in reports that people click in. So it says plainly
/// where it leads: only `https` and `http`, no user name that looks like a host, nothing that ends an
/// attribute, a bracket or a line.
public struct RulePages: Sendable, Equatable {
  /// As it was written.
  public let template: String
  /// Where it leads, with the port if there is one: `docs.example.com`.
  public let host: String
  /// Whether a configuration says so, which a stranger may have written: an address that is shown
  /// must then not hide behind a name.
  public let isConfigured: Bool
  private let before: Substring
  private let after: Substring
  /// The rules that have a page; `nil` for all.
  private let rules: Set<String>?

  /// What takes a rule's name.
  public static let mark = "{rule}"
  private static let longest = 500

  /// `nil` for what is no such address.
  ///
  /// - Parameter rules: The rules that have a page; `nil` for all.
  public init?(_ template: String, isConfigured: Bool, of rules: Set<String>? = nil) {
    guard template.utf8.count <= Self.longest,
      let scheme = ["https://", "http://"].first(where: { template.hasPrefix($0) })
    else { return nil }
    let rest = template.dropFirst(scheme.utf8.count)
    guard let slash = rest.firstIndex(of: "/"), Self.isHost(rest[..<slash]) else { return nil }
    let path = rest[slash...]
    let parts = path.split(separator: Self.mark, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(Self.isLiteral) }) else {
      return nil
    }
    self.template = template
    self.isConfigured = isConfigured
    self.rules = rules
    host = String(rest[..<slash])
    before = template[..<parts[0].endIndex]
    after = parts[1]
  }

  /// The page about a rule; `nil` for one that has none.
  public func address(of rule: String) -> String? {
    guard rules?.contains(rule) ?? true, rule.utf8.allSatisfy(Self.isInName) else { return nil }
    return before + rule + after
  }

  /// Letters, digits, hyphens and dots, perhaps a port.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.first, let first = name.utf8.first,
      isAlphanumeric(first), name.utf8.allSatisfy({ isAlphanumeric($0) || "-.".utf8.contains($0) })
    else { return false }
    return parts.count == 1
      || (1...5).contains(parts[1].utf8.count)
        && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// What may stand in a path, a query or an anchor and means nothing in Markdown, HTML or a shell's string.
  private static func isLiteral(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._~/?#&=+%:@,".utf8.contains(byte)
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._".utf8.contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

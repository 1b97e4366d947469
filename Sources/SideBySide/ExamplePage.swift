public import LintCore
public import LintText

/// The file that a rule's example stands for.
///
/// In an example's text, `{{pair:103}}` stands for a pair with that number and an ordinary sentence,
/// `{{pair:103|Open|Apri}}` for one with these halves, `{{keys}}` for the six localization keys.
public struct ExamplePage: Sendable {
  /// How the file is changed besides; a rule must report the same of an example in all variants.
  public enum Variant: String, CaseIterable, Sendable {
    case plain
    case byteOrderMark = "after a byte order mark"
    case crlf = "with CR LF"
    case multiByteText = "after text of several bytes"
  }

  public let path: String
  public let bytes: [UInt8]
  /// What the rule reports, in file order.
  public let marked: [ByteRange]
  /// The source, and its latest version, where the source is a file of its own.
  public let source: [UInt8]?
  public let latest: [UInt8]?

  /// Other pages, or the same in other locales, for rules that look across files; `nil` for other rules.
  public let others: [(path: String, bytes: [UInt8])]?

  private static let open = Array("⟦".utf8)
  private static let close = Array("⟧".utf8)
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// `nil` when the variant makes no sense for the example.
  public init?(_ example: Example, _ variant: Variant = .plain) {
    func path(_ locale: String, _ name: String = "page") -> String {
      "docs/\(locale.lowercased())/\(name).\(example.fileExtension)"
    }
    var prefix = variant == .byteOrderMark ? Self.byteOrderMark : []
    if case .files(let files) = example.form {
      guard variant != .multiByteText, let first = files.first else { return nil }
      func bytes(_ file: Example.File) -> [UInt8] {
        let text = Self.expanded(file.text, locale: file.locale)
        return prefix + Array((variant == .crlf ? text.replacingLineFeeds() : text).utf8)
      }
      self.path = path(first.locale, first.name)
      (self.bytes, marked) = Self.unmarked(bytes(first))
      others = files.dropFirst().map { (path($0.locale, $0.name), bytes($0)) }
      (source, latest) = (nil, nil)
      return
    }
    self.path = path(example.locale)
    others = nil
    if case .pair(let source, let target, let latest) = example.form {
      guard variant != .multiByteText || !(target + source).hasPrefix("---"),
        variant != .multiByteText || !source.hasPrefix("---")
      else { return nil }
      let page = { Self.page($0, variant) }
      (bytes, marked) = Self.unmarked(prefix + page(target))
      self.source = prefix + page(source)
      self.latest = latest.map { prefix + page($0) }
      return
    }
    (source, latest) = (nil, nil)
    if case .bytes(let raw, let reported) = example.form {
      switch variant {
      case .plain, .byteOrderMark: break
      case .crlf: return nil
      case .multiByteText: prefix = Array("é𝄞\r\n".utf8)
      }
      // UTF-16 has a byte order mark of its own.
      if raw.first ?? 0 >= 0xFE, !prefix.isEmpty { return nil }
      bytes = prefix + raw
      marked = reported.map {
        ByteRange($0.lowerBound + prefix.count, $0.upperBound + prefix.count)
      }
      return
    }
    guard var text = Self.text(of: example, variant) else { return nil }
    if variant == .crlf { text = text.replacingLineFeeds() }
    (bytes, marked) = Self.unmarked(prefix + Array(text.utf8))
  }

  /// One of the two files of a pair.
  private static func page(_ text: String, _ variant: Variant) -> [UInt8] {
    let text =
      (variant == .multiByteText ? "é𝄞\n\n" : "") + text + (text.hasSuffix("\n") ? "" : "\n")
    return Array((variant == .crlf ? text.replacingLineFeeds() : text).utf8)
  }

  /// The file's text with the marks in it.
  private static func text(of example: Example, _ variant: Variant) -> String? {
    let before = variant == .multiByteText ? "é𝄞\r\n" : ""
    let body: String
    switch example.form {
    case .segment(let source, let target): body = pair("103", source, target) + "\n"
    case .body(let text): body = text
    case .file(let text):
      guard variant != .multiByteText else { return nil }
      return expanded(text, locale: example.locale)
    case .pair, .files, .bytes: return nil
    }
    return expanded(
      """
      ---
      title: Pannello
      description: Il pannello.
      {{keys}}
      ---

      """, locale: example.locale) + before + expanded(body, locale: example.locale)
  }

  private static func expanded(_ text: String, locale: String) -> String {
    var result = ""
    var rest = text[...]
    while let (before, name, after) = rest.nextField() {
      result += before
      let parts = name.split(separator: "|", omittingEmptySubsequences: false)
      if name == "keys" {
        result += keys(locale: locale)
      } else if parts.count == 3 {
        result += pair(String(parts[0].dropFirst(5)), String(parts[1]), String(parts[2]))
      } else if name.hasPrefix("pair:") {
        result += pair(String(name.dropFirst(5)), "Open the panel.", "Apri il pannello.")
      } else {
        result += "{{\(name)}}"
      }
      rest = after
    }
    return result + rest
  }

  /// A pair; a mark around the number marks the ID of the target half.
  private static func pair(_ number: String, _ source: String, _ target: String) -> String {
    let isMarked = number.hasPrefix("⟦")
    let plain = isMarked ? String(number.dropFirst().dropLast()) : number
    let id = "7e0c1-\(plain)"
    return "<span data-ttu-id=\"\(isMarked ? "⟦\(id)⟧" : id)\">\(target)</span>"
      + "<span class=\"sxs-lookup\"><span data-stu-id=\"\(id)\">\(source)</span></span>"
  }

  private static func keys(locale: String) -> String {
    """
    ms.openlocfilehash: 2b6f0cc904d137be2e1730235f5664094b831186
    ms.sourcegitcommit: 9fceb02d0ae598e95dc970b74767f19372d61af8
    ms.translationtype: HT
    ms.contentlocale: \(locale)
    ms.lasthandoff: 04/23/2021
    ms.locfileid: "62132296"
    """
  }

  /// Takes the marks out.
  private static func unmarked(_ text: [UInt8]) -> ([UInt8], [ByteRange]) {
    var bytes: [UInt8] = []
    var marked: [ByteRange] = []
    var starts: [Int] = []
    var index = 0
    while index < text.count {
      if text[index...].starts(with: open) {
        starts.append(bytes.count)
        index += open.count
      } else if text[index...].starts(with: close), let start = starts.popLast() {
        marked.append(ByteRange(start, bytes.count))
        index += close.count
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return (bytes, marked.sorted())
  }

  /// A line that is a pair, without its markup: target, bar, source; another line as it is.
  public static func halves(of line: Substring) -> String {
    var text = ""
    var depth = 0
    var isText = true
    for character in line {
      if character == "<", isText { isText = false }
      if isText { text.append(character) }
      if character == ">", !isText {
        isText = true
        depth += 1
        if depth == 3 { text += "  |  " }
      }
    }
    return line.hasPrefix("<span data-ttu-id=") && depth == 6 ? text : String(line)
  }

  /// The file with marks around some ranges; ranges that are the same are marked once.
  public func marking(_ ranges: [ByteRange]) -> String {
    var text: [UInt8] = []
    let ranges = Array(Set(ranges)).sorted()
    for index in 0...bytes.count {
      for range in ranges.reversed() where range.upper == index && !range.isEmpty {
        text += Self.close
      }
      for range in ranges where range.lower == index {
        text += Self.open
        if range.isEmpty { text += Self.close }
      }
      if index < bytes.count { text.append(bytes[index]) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  fileprivate func replacingLineFeeds() -> String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar == "\n", result.unicodeScalars.last != "\r" { result.unicodeScalars.append("\r") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

extension Substring {
  /// The text before the next `{{name}}`, the name, and the text after it.
  fileprivate func nextField() -> (Substring, Substring, Substring)? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix("{{") {
        let start = self.index(index, offsetBy: 2)
        var end = start
        while end < endIndex, !self[end...].hasPrefix("}}") { end = self.index(after: end) }
        guard end < endIndex else { return nil }
        return (self[..<index], self[start..<end], self[self.index(end, offsetBy: 2)...])
      }
      index = self.index(after: index)
    }
    return nil
  }
}

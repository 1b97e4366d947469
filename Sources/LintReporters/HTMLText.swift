/// Text for HTML. What comes from documents goes through `visible` as well, so that a log that a page
/// ends up in is safe.
extension String {
  /// This string as a text or the value of an attribute.
  var escapedForHTML: String {
    guard utf8.contains(where: { Self.special.contains($0) }) else { return self }
    var escaped = ""
    escaped.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static let special = Array("&<>\"'".utf8)

  /// This string, which may be a stranger's, as a text or the value of an attribute.
  var visibleHTML: String { visible.escapedForHTML }

  /// The same, between marks that keep its direction away from what is around it.
  var isolatedHTML: String { "<bdi>\(visibleHTML)</bdi>" }

  /// What a rule says of itself, with what stands between backticks as code.
  var proseHTML: String {
    var html = ""
    let parts = visibleHTML.split(separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index.isMultiple(of: 2) {
        html += part
      } else if index == parts.count - 1 {
        html += "`" + part
      } else {
        html += "<code>\(part)</code>"
      }
    }
    return html
  }
}

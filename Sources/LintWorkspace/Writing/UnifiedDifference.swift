import LintText

/// The difference between two states of a file as `git apply` and `patch -p1` take it.
///
/// The states have the same lines, with other words in some: fixes neither make nor join lines.
package struct UnifiedDifference {
  /// Relative to the root of the repository.
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Equal lines around a difference.
  private static let context = 3

  /// The difference; empty when there is none.
  package func text(_ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
    let (before, after) = (Self.lines(of: old), Self.lines(of: new))
    let changed = before.indices.filter { old[before[$0]] != new[after[$0]] }
    guard !changed.isEmpty else { return [] }
    var text = header
    var rest = changed[...]
    while let first = rest.first {
      var last = first
      while let next = rest.first, next - last <= 2 * Self.context + 1 {
        last = next
        rest.removeFirst()
      }
      let lines = max(first - Self.context, 0)..<min(last + Self.context + 1, before.count)
      let side = "\(lines.lowerBound + 1),\(lines.count)"
      text += Array("@@ -\(side) +\(side) @@\n".utf8)
      var line = lines.lowerBound
      while line < lines.upperBound {
        let start = line
        while line < lines.upperBound, old[before[line]] != new[after[line]] { line += 1 }
        for index in start..<line { append("-", old[before[index]], to: &text) }
        for index in start..<line { append("+", new[after[index]], to: &text) }
        guard line == start else { continue }
        append(" ", old[before[line]], to: &text)
        line += 1
      }
    }
    return text
  }

  private var header: [UInt8] {
    // Outside a repository a path may be absolute, which no tool applies.
    let name = path.utf8.drop { $0 == 0x2F }
    let (old, new) = (Self.quoted("a/", name), Self.quoted("b/", name))
    // A tab ends a name with a space in it.
    let end: [UInt8] = name.contains(0x20) ? [0x09, 0x0A] : [0x0A]
    return Array("diff --git ".utf8) + old + [0x20] + new + [0x0A]
      + Array("--- ".utf8) + old + end + Array("+++ ".utf8) + new + end
  }

  /// A name as git writes it: in quotes when it holds a character that would end it.
  private static func quoted(_ prefix: String, _ name: Substring.UTF8View) -> [UInt8] {
    guard name.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F }) else {
      return Array(prefix.utf8) + name
    }
    var quoted: [UInt8] = [0x22] + prefix.utf8
    for byte in name {
      switch byte {
      case 0x22, 0x5C: quoted += [0x5C, byte]
      case 0x00..<0x20, 0x7F:
        quoted += [0x5C, 0x30 + (byte >> 6), 0x30 + (byte >> 3 & 7), 0x30 + (byte & 7)]
      default: quoted.append(byte)
      }
    }
    return quoted + [0x22]
  }

  private func append(_ mark: StaticString, _ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
    text += Array("\(mark)".utf8) + line
    if line.last != 0x0A { text += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// Lines with their ends; a return is part of a line.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.span.firstIndex(of: 0x0A, from: start).map { $0 + 1 } ?? bytes.count
      lines.append(start..<end)
      start = end
    }
    return lines
  }
}

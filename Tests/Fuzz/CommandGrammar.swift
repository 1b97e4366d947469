/// Tells whether each line is one command of the reporter's own or a line that commands nothing.
enum CommandGrammar {
  /// GitHub's: `::error file=a,line=1::message`.
  static func checkGitHub(_ bytes: [UInt8]) throws(Violation) {
    let names = ["file", "line", "endLine", "col", "endColumn", "title"]
    for line in try TextGrammar.lines(bytes) {
      let heads = ["::error ", "::warning ", "::notice "]
      guard let head = heads.first(where: { line.hasPrefix($0) }) else {
        try TextGrammar.check(line: line)
        continue
      }
      let command = line.utf8.dropFirst(head.utf8.count)
      guard let end = command.firstRange(of: Array("::".utf8)) else {
        throw Violation("a command has no end: \(line)")
      }
      let properties = command[..<end.lowerBound].split(separator: UInt8(ascii: ","))
      for property in properties {
        let pair = property.split(
          separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        try Violation.unless(
          pair.count == 2 && names.contains(String(decoding: pair[0], as: UTF8.self))
            && !pair[1].contains(UInt8(ascii: ":")),
          "an odd property in \(line)")
      }
      try TextGrammar.check(line: line.dropFirst(2))
    }
  }

  /// Azure's: `##vso[task.logissue type=error;linenumber=1;]message`.
  static func checkAzure(_ bytes: [UInt8]) throws(Violation) {
    let names = ["type", "sourcepath", "linenumber", "columnnumber", "code"]
    for line in try TextGrammar.lines(bytes) {
      let head = "##vso[task.logissue "
      guard line.hasPrefix(head) else {
        try TextGrammar.check(line: line)
        continue
      }
      let command = line.utf8.dropFirst(head.utf8.count)
      guard let end = command.firstIndex(of: UInt8(ascii: "]")) else {
        throw Violation("a command has no end: \(line)")
      }
      for property in command[..<end].split(separator: UInt8(ascii: ";")) {
        let name = property.prefix { $0 != UInt8(ascii: "=") }
        try Violation.unless(
          names.contains(String(decoding: name, as: UTF8.self)), "an odd property in \(line)")
      }
      let message = command[end...].dropFirst()
      try Violation.unless(
        !message.contains(UInt8(ascii: "]")) && !message.contains(UInt8(ascii: ";")),
        "a message with a bare ']' or ';': \(line)")
      try TextGrammar.check(line: line.dropFirst(2))
    }
  }
}

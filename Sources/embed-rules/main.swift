import Foundation

// embed-rules OUTPUT FOLDER FILE…: writes one Swift table of the files, by their paths below FOLDER.

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-rules OUTPUT FOLDER FILE…\n".utf8))
  exit(2)
}
let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"

/// A literal that needs no escapes, whatever the text holds.
func literal(_ text: String) -> String {
  var pounds = "#"
  while text.contains("\"" + pounds) || text.contains("\\" + pounds) { pounds += "#" }
  return "\(pounds)\"\"\"\n\(text)\n\"\"\"\(pounds)"
}

var table =
  "extension BuiltInRules {\n  /// Paths below `Rules/`, in order, with what the files hold.\n"
table += "  public static let files: [(path: String, contents: String)] = [\n"
for file in arguments.dropFirst(3) {
  let contents = try String(contentsOfFile: file, encoding: .utf8)
  table += "(\"\(file.dropFirst(folder.count))\", \(literal(contents))),\n"
}
table += "  ]\n}\n"
try table.write(toFile: arguments[1], atomically: true, encoding: .utf8)

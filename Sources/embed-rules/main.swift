import Foundation

// embed-rules OUTPUT FOLDER FILE…: writes Swift tables of the files, by their paths below FOLDER, and of
// what the tables among them hold, so that a run needs no YAML for that.

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { stop("usage: embed-rules OUTPUT FOLDER FILE…") }
let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"

func stop(_ message: String) -> Never {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
  exit(2)
}

/// A literal that needs no escapes, whatever the text holds.
func literal(_ text: String) -> String {
  var pounds = "#"
  while text.contains("\"" + pounds) || text.contains("\\" + pounds) { pounds += "#" }
  return "\(pounds)\"\"\"\n\(text)\n\"\"\"\(pounds)"
}

/// A literal of a text on one line.
func line(_ text: String) -> String { text.debugDescription }

/// What a table holds.
func table(_ path: String, _ contents: String) -> YAMLValue {
  guard let value = YAMLValue(contents) else { stop("\(path): libyaml can't read it") }
  return value
}

/// A table of languages as the text of `LanguageTable`.
func languageTable(_ table: YAMLValue) -> String {
  let words = table["function-words"]
  return "LanguageTable(tag: \(line(table["language"])), name: \(line(table["name"])), "
    + "length: \(Int(table["length"]).map(String.init) ?? "nil"), "
    + "scripts: \(line(table["scripts"])), functionWords: \(line(words)), "
    + "wordCount: \(words.split(separator: " ").count))"
}

/// Letters by the languages that list them, in the order of the least of each.
func letterGroups(_ tables: [YAMLValue]) -> [(languages: UInt32, letters: String)] {
  var users: [UInt32: UInt32] = [:]
  for (index, table) in tables.enumerated() {
    for letter in table["letters"].unicodeScalars where letter.value > 0x20 {
      users[letter.value, default: 0] |= 1 << UInt32(index)
    }
  }
  let groups = Dictionary(grouping: users.keys.sorted()) { users[$0]! }
  return groups.sorted { $0.value[0] < $1.value[0] }.map { languages, letters in
    (languages, String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init))))
  }
}

let files = try arguments.dropFirst(3).map { file in
  (
    path: String(file.dropFirst(folder.count)),
    contents: try String(contentsOfFile: file, encoding: .utf8)
  )
}
let languages = files.filter { $0.path.hasPrefix("languages/") }.map { table($0.path, $0.contents) }

/// The entries of a table that is none of a language.
func entries(_ path: String) -> [(key: String, value: YAMLValue)] {
  files.first { $0.path == path }.map { table($0.path, $0.contents).entries } ?? []
}

/// The text of a list.
func list(_ comment: String, _ declaration: String, _ items: [String]) -> String {
  "  /// \(comment)\n  public static let \(declaration) = [\n"
    + items.map { $0 + ",\n" }.joined() + "  ]\n"
}

var text = "extension BuiltInRules {\n"
text += list(
  "Paths below `Rules/`, in order, with what the files hold.",
  "files: [(path: String, contents: String)]",
  files.map { "(\"\($0.path)\", \(literal($0.contents)))" })
text += list(
  "The tables of `languages/`, in order.", "languages: [LanguageTable]",
  languages.map(languageTable))
text += list(
  "The letters that tables of languages list, with a bit for each table that does.",
  "letterGroups: [(languages: UInt32, letters: String)]",
  letterGroups(languages).map { "(\($0.languages), \(line($0.letters)))" })
text += list(
  "What `tables/letters.yml` holds.", "letters: [(language: String, letters: String)]",
  entries("tables/letters.yml").map { "(\(line($0.key)), \(line($0.value.text)))" })
text += list(
  "What `tables/number-words.yml` holds.",
  "numberWords: [(language: String, words: [(number: Int, beginnings: String)])]",
  entries("tables/number-words.yml").map { language, words in
    let words = words.entries.map { "(\(Int($0.key) ?? 0), \(line($0.value.text)))" }
    return "(\(line(language)), [\(words.joined(separator: ", "))])"
  })
text += "}\n"
try text.write(toFile: arguments[1], atomically: true, encoding: .utf8)

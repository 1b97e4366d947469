import LintText
import LintWorkspace

/// What the environment says in place of options.
///
/// It is the user's, as the command line is: no file in a repository can set it. The command line wins over it,
/// and it wins over files.
extension Arguments {
  private static let prefix = "LOCLINT_"
  /// What the job for GitLab and the action call their own.
  private static let others = [
    "IMAGE", "REPOSITORY", "REF", "RELEASE", "SHA256", "PATHS", "OPTIONS",
  ]
  /// Options of which the command line says one or the other, besides those of a check.
  private static let exclusions: [(Option.Name, Option.Name)] =
    CheckOptions.exclusions + [
      (.quiet, .verbose), (.config, .noConfig), (.diff, .format), (.explainBaseline, .diff),
      (.explainBaseline, .fix),
    ]

  /// Takes over what variables say and the command line does not.
  ///
  /// - Parameter environment: `NAME=value`.
  /// - Returns: What people should know.
  mutating func adopt(_ environment: [String]) throws(UsageError) -> [String] {
    let said = self
    var heeded: [Option.Name: String] = [:]
    var remarks: [String] = []
    for entry in environment where entry.utf8.starts(with: Self.prefix.utf8) {
      guard let equals = entry.firstIndex(of: "=") else { continue }
      let (name, value) = (String(entry[..<equals]), String(entry[entry.index(after: equals)...]))
      let word = String(name.dropFirst(Self.prefix.count))
      guard !value.isEmpty, !Self.others.contains(word) else { continue }
      guard let option = Self.option(word) else {
        remarks += Self.remark(on: name, word)
        continue
      }
      guard effective.takes(option.name), !said.rulesOut(option.name) else { continue }
      let words = try words(of: value, for: option, name)
      guard !words.isEmpty else { continue }
      // An option with two names has two variables.
      if !said.has(option.name), let other = heeded.updateValue(name, forKey: option.name),
        other != name
      {
        let names = [other, name].sorted()
        throw UsageError("\(names[0]) and \(names[1]) exclude each other", isInHelp: false)
      }
      values[option.name] = words + said.values(option.name)
      if !said.has(option.name) { variables[option.name] = name }
    }
    return remarks
  }

  /// What an option was called, for messages.
  func spelling(of name: Option.Name) -> String {
    variables[name] ?? "option '--\(name.rawValue)'"
  }

  private static func option(_ word: String) -> Option? {
    Option.all.first { variables(of: $0).contains(word) && !Option.ofAll.contains($0.name) }
  }

  private static func variables(of option: Option) -> [String] {
    ([option.name.rawValue] + option.otherNames).map { name in
      String(name.map { $0 == "-" ? "_" : $0 }).uppercased()
    }
  }

  /// That a variable is nearly one of these.
  private static func remark(on name: String, _ word: String) -> [String] {
    let options = Option.all.filter { !Option.ofAll.contains($0.name) }
    let known = options.flatMap { variables(of: $0).map { $0.lowercased() } }
    guard let meant = Spelling.closest(to: word, among: known) else { return [] }
    return ["\(name) stands for no option; did you mean \(prefix)\(meant.uppercased())?"]
  }

  /// Whether the command line says something that an option can't stand beside.
  private func rulesOut(_ name: Option.Name) -> Bool {
    // Rules that are named without a plus are all that runs.
    if [.select, .ignore].contains(name) {
      return list(.select).contains { !$0.hasPrefix("+") }
    }
    return Self.exclusions.contains { one, other in
      one == name && has(other) || other == name && has(one)
    }
  }

  private func words(of value: String, for option: Option, _ name: String) throws(UsageError)
    -> [String]
  {
    let isFlag = if case .none = option.value { true } else { false }
    if isFlag || option.value.isOptional {
      switch value.lowercased() {
      case "0", "false", "no": return []
      case "1", "true", "yes":
        if case .optionalChoice(_, _, let otherwise) = option.value { return [otherwise] }
        return [""]
      case _ where isFlag:
        throw UsageError("\(name) is '\(value)', and neither true nor false", isInHelp: false)
      default: break
      }
    }
    let words = option.isRepeatable ? value.split(separator: "\n").map(String.init) : [value]
    for word in words { try check(word, of: option, name) }
    return words
  }
}

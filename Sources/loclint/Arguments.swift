import LintCore
import LintText
import LintWorkspace

/// The command line, split into what it says.
struct Arguments {
  /// `nil` when none is named, which means `check`.
  private(set) var subcommand: Subcommand?
  /// The one that is meant.
  var effective: Subcommand { subcommand ?? .check }
  /// Paths, or names of rules.
  private(set) var operands: [String] = []
  var values = OptionValues()
  /// The variable of the environment that says the values of an option, by the option.
  var variables: [Option.Name: String] = [:]
  /// What each option was called, for messages.
  private var given: [(option: Option, spelling: String, value: String)] = []

  /// - Parameter words: What follows the program's name.
  init(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    var isAfterDashes = false
    while let word = rest.popFirst() {
      if isAfterDashes || !word.hasPrefix("-") || word == "-" {
        takeOperand(word, mayBeSubcommand: !isAfterDashes)
      } else if word == "--" {
        isAfterDashes = true
      } else if word.hasPrefix("--") {
        try takeLong(word, &rest)
      } else {
        try takeShort(word, &rest)
      }
    }
    if has(.help) || has(.version) { return }
    for (option, spelling, value) in given {
      guard effective.takes(option.name) else {
        throw UsageError("'\(effective.name)' takes no option '\(spelling)'")
      }
      try check(value, of: option, spelling)
    }
  }

  func has(_ name: Option.Name) -> Bool { values[name] != nil }

  /// The value that counts of an option that is not repeatable.
  func value(_ name: Option.Name) -> String? { values[name]?.last }

  /// All values of a repeatable option, in order.
  func values(_ name: Option.Name) -> [String] { values[name] ?? [] }

  /// All parts of the values of a repeatable option that takes lists.
  func list(_ name: Option.Name) -> [String] {
    values(name).flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// What is read where the command line names nothing.
  ///
  /// - Parameter configured: The paths of a configuration.
  mutating func adopt(paths configured: [String]) {
    switch effective.operands {
    case .pages:
      if operands.isEmpty, !has(.filesFrom), !has(.stdinPath) { operands = configured }
    case .pagesAfter: if operands.count == 1 { operands += configured }
    default: break
    }
  }

  /// What `--config` says, or the files that are found.
  func configurations() throws(UsageError) -> ConfigurationTree {
    // A subcommand that takes nothing from the file must not fail for a mistake in it.
    guard effective.takes(.config) else { return ConfigurationTree(Configuration()) }
    let said = try valuesOfKeys()
    var tree = try self.tree { (path) throws(UsageError) in
      var configuration = Configuration()
      if let path { configuration = try self.configuration(path) }
      for (key, text) in said where !key.isOfRun { try configuration.set(key, to: text) }
      return configuration
    }
    for (key, text) in said where key.isOfRun { try tree.setInRoot(key, to: text) }
    return tree
  }

  private func tree(_ read: @escaping @Sendable (String?) throws(UsageError) -> Configuration)
    throws(UsageError) -> ConfigurationTree
  {
    if has(.noConfig) {
      guard !has(.config) else {
        throw UsageError("--config and --no-config exclude each other")
      }
      return ConfigurationTree(try read(nil))
    }
    if let path = value(.config) { return ConfigurationTree(try read(path)) }
    let named = values(.stdinPath).map { ConfigurationTree.folder(of: $0) }
    return try ConfigurationTree(for: operands + named, read)
  }

  private func configuration(_ path: String) throws(UsageError) -> Configuration {
    try check(path)
    return try Configuration(path, allowsOutside: has(.allowOutside))
  }

  /// Refuses files that are read whole and quoted in messages, and lie outside of the repository
  /// behind a link inside: who named the link need not know where it leads.
  ///
  /// - Parameter settings: Those in force.
  func checkInputs(_ settings: Settings) throws(UsageError) {
    let lists = [settings.baseline, settings.dismissed].compactMap(\.self)
    let named =
      settings.rules + settings.glossaries + settings.doNotTranslate + lists + values(.filesFrom)
    for path in named where path != "-" { try check(path) }
  }

  func check(_ path: String) throws(UsageError) {
    guard !has(.allowOutside), let link = PlantedLink(on: path) else { return }
    throw UsageError(
      "\(path): leads out of the repository through the symbolic link '\(link.path)'; "
        + "--\(Boundary.permission) permits that", isInHelp: false)
  }

  private mutating func takeOperand(_ word: String, mayBeSubcommand: Bool) {
    if mayBeSubcommand, subcommand == nil, operands.isEmpty {
      // `loclint help rules` is what many try first; behind other options it is a folder of that name, for what
      // checks nothing must not look like a check.
      if word == "help", given.isEmpty {
        values[.help] = [""]
        return
      }
      if let named = Subcommand.named(word) {
        subcommand = named
        return
      }
    }
    operands.append(word)
  }

  private mutating func takeLong(_ word: String, _ rest: inout ArraySlice<String>)
    throws(UsageError)
  {
    let equals = word.firstIndex(of: "=")
    let long = String(word[..<(equals ?? word.endIndex)])
    guard let option = Option.all.first(where: { $0.isCalled(long) }) else {
      throw UsageError(unknown: "option", long, among: Option.all.map(\.long))
    }
    if case .none = option.value {
      guard equals == nil else { throw UsageError("option '\(long)' takes no value") }
      set(option, long, "")
    } else if equals == nil, case .optionalChoice(_, _, let otherwise) = option.value {
      set(option, long, otherwise)
    } else if let equals {
      try set(option, long, checking: String(word[word.index(after: equals)...]))
    } else {
      guard let value = rest.popFirst() else {
        throw UsageError("option '\(long)' wants a value: \(long)=\(option.valueName)")
      }
      try set(option, long, checking: value)
    }
  }

  /// Flags may share a dash (`-qj2`); the value of the last may follow it or be the next word.
  private mutating func takeShort(_ word: String, _ rest: inout ArraySlice<String>)
    throws(UsageError)
  {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      let short = "-\(letter)"
      guard let option = Option.all.first(where: { $0.short == letter }) else {
        let long = word.utf8.count > 2 ? "-" + word : ""
        let meant = Spelling.closest(to: long, among: Option.all.map(\.long))
        throw UsageError(
          "unknown option '\(meant == nil ? short : word)'"
            + (meant.map { "; did you mean '\($0)'?" } ?? ""))
      }
      if case .none = option.value {
        set(option, short, "")
        continue
      }
      if letters.first == "=" { letters.removeFirst() }
      guard let value = letters.isEmpty ? rest.popFirst() : String(letters) else {
        throw UsageError("option '\(short)' wants a value: \(short) \(option.valueName)")
      }
      try set(option, short, checking: value)
      return
    }
  }

  private mutating func set(_ option: Option, _ spelling: String, checking value: String)
    throws(UsageError)
  {
    guard !value.isEmpty else {
      throw UsageError("option '\(spelling)' wants a value: \(option.valueName)")
    }
    set(option, spelling, value)
  }

  /// Refuses a value that the option does not take in the subcommand, which may be named behind it.
  func check(_ value: String, of option: Option, _ spelling: String) throws(UsageError) {
    let own = effective.ownOptions.first { $0.name == option.name } ?? option
    guard let choices = own.value.choices, !choices.contains(value) else { return }
    let meant = Spelling.closest(to: value, among: choices)
    throw UsageError(
      "option '\(spelling)' knows no '\(value)'; "
        + (meant.map { "did you mean '\($0)'?" } ?? "it takes \(choices.joined(separator: ", "))"))
  }

  private mutating func set(_ option: Option, _ spelling: String, _ value: String) {
    if option.name == .set, let (option, value) = Option.single(value) {
      values.add(value, to: option.name)
      given.append((option, spelling, value))
      return
    }
    values.add(value, to: option.name)
    given.append((option, spelling, value))
  }
}

extension Option {
  /// The option of one value that says the same as `KEY=VALUE`, with the value; `nil` where there is none.
  static func single(_ word: String) -> (Option, String)? {
    // Without a value it is a mistake, as for other keys.
    guard let equals = word.firstIndex(of: "="), !word.hasSuffix("="),
      !["locale", "source"].contains(word[..<equals]),
      ConfigurationKey.named(String(word[..<equals])) != nil,
      let option = all.first(where: { $0.name.rawValue == word[..<equals] }), !option.isRepeatable
    else { return nil }
    if case .none = option.value { return nil }
    return (option, String(word[word.index(after: equals)...]))
  }

  /// What help calls its value; empty for a flag.
  var valueName: String { value.name }
}

extension Option.Value {
  /// What help calls it; empty for a flag.
  var name: String {
    switch self {
    case .none: ""
    case .word(let name), .choice(let name, _), .optionalChoice(let name, _, _): name
    }
  }

  /// Whether the option may stand without it.
  var isOptional: Bool {
    if case .optionalChoice = self { true } else { false }
  }

  /// The values that it takes; `nil` for any.
  var choices: [String]? {
    switch self {
    case .none, .word: nil
    case .choice(_, let choices), .optionalChoice(_, let choices, _): choices()
    }
  }
}

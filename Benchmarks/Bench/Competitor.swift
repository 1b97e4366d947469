/// A way to go through all files of a folder, which is measured against the others.
struct Competitor {
  /// What the table calls it.
  var name: String
  /// `nil` when it is not installed.
  let program: String?
  let arguments: [String]
  /// The statuses that it may end with.
  var statuses: Set<Int32> = [0]
  var output = "/dev/null"
  /// Whether it prints how long its parts took; such a one writes to a file.
  var printsParts = false
  /// Whether its name is followed by its version.
  var hasVersion = false
}

extension Competitor {
  /// The folder, the programs and the places that competitors are made of.
  struct Setting {
    let folder: String
    /// Where loclint, `bare-read` and `lint-only` lie.
    let programs: String
    /// Where peers are looked for before `PATH`.
    let peers: String
    /// Another build of loclint to compare with.
    let before: String?
    /// What the children may write to.
    let work: String
    let processors: Int

    var loclint: String { "\(programs)/loclint" }
    /// The folder's segments as PO files.
    var catalogues: String { "\(work)/po" }
    /// The same in one file.
    var catalogue: String { "\(work)/po-whole/whole.po" }
  }

  /// The one that all others are measured by.
  static func baseline(_ setting: Setting) -> String { bareRead(setting.processors) }
  static func bareRead(_ threads: Int) -> String {
    "bare read, \(threads) thread\(threads == 1 ? "" : "s")"
  }
  static func lintOnly(_ workers: Int) -> String { "lint only, \(workers)" }
  static func jobs(_ jobs: Int) -> String { "loclint --jobs=\(jobs)" }

  /// All of them, in the order of the table.
  ///
  /// Left out: `xargs cat` and `wc`, which are bare reads with more system calls; tools that take
  /// more than a second for each megabyte, as Vale's and LanguageTool's kind may; other readers of
  /// side-by-side Markdown, of which none is known.
  static func all(_ setting: Setting) -> [Competitor] {
    let folder = setting.folder
    let answer = "\(setting.work)/answer"
    let bareReads = Set([1, 2, setting.processors]).sorted().reversed().map { threads in
      Competitor(
        name: bareRead(threads), program: "\(setting.programs)/bare-read",
        arguments: ["\(threads)", folder], output: answer, printsParts: true)
    }
    let lintOnly = [1, 2].map { workers in
      Competitor(
        name: Self.lintOnly(workers), program: "\(setting.programs)/lint-only",
        arguments: ["\(workers)", "default", folder], output: answer, printsParts: true)
    }
    let runs: [(name: String, options: [String])] = [
      ("loclint", []), ("loclint --profile=all", ["--profile=all"]),
      ("loclint --output=sarif=…", ["--output=sarif=\(setting.work)/report.sarif"]),
      (jobs(2), ["--jobs=2"]), (jobs(1), ["--jobs=1"]),
    ]
    var loclint = runs.map { run in
      Competitor(
        name: run.name, program: setting.loclint, arguments: run.options + [folder],
        statuses: [0, 1])
    }
    if let before = setting.before {
      loclint.append(
        Competitor(
          name: "loclint, the other build", program: before, arguments: [folder],
          statuses: [0, 1]))
    }
    return bareReads + loclint + lintOnly + others(setting)
  }

  /// Other people's programs. None writes to `/dev/null`: grep would stop at the first match there.
  /// All are told to read what git ignores, for that is where the samples are multiplied.
  private static func others(_ setting: Setting) -> [Competitor] {
    let folder = setting.folder
    func other(
      _ name: String, _ program: String, _ arguments: [String], _ statuses: Set<Int32>
    ) -> Competitor {
      Competitor(
        name: name, program: Files.program(program, in: [setting.peers]), arguments: arguments,
        statuses: statuses, output: "\(setting.work)/answer", hasVersion: true)
    }
    return [
      other("rg -c '<span'", "rg", ["--no-config", "--no-ignore", "-c", "<span", folder], [0, 1]),
      other("grep -rc '<span'", "grep", ["-rc", "<span", folder], [0, 1]),
      other(
        "typos", "typos", ["--isolated", "--no-ignore", "--format=brief", folder], [0, 2]),
      other("codespell", "codespell", [folder], [0, 65]),
      other(
        "rumdl", "rumdl",
        ["check", "--no-cache", "--no-config", "--respect-gitignore=false", folder], [0, 1]),
      other(
        "pofilter", "pofilter",
        [
          "--progress=none", "--input=\(setting.catalogues)",
          "--output=\(setting.work)/pofilter",
        ], [0]),
    ] + ofCatalogues(setting)
  }

  static let messages = "loclint, messages"
  static let messagesInOne = "loclint, messages in one file"
  static let msgfmt = "msgfmt -c, a process a file"
  static let msgfmtInOne = "msgfmt -c, one file"

  /// Those that read the same segments as messages of a program: as `msgfmt` is used, a process a file, and with all of
  /// them in one.
  private static func ofCatalogues(_ setting: Setting) -> [Competitor] {
    let msgfmt = Files.program("msgfmt")
    let options = ["-c", "-o", "/dev/null"]
    return [
      Competitor(
        name: messages, program: setting.loclint, arguments: [setting.catalogues],
        statuses: [0, 1]),
      Competitor(
        name: Self.msgfmt, program: msgfmt.flatMap { _ in Files.program("find") },
        arguments: [setting.catalogues, "-name", "*.po", "-exec"]
          + [msgfmt ?? "msgfmt"] + options + ["{}", ";"]),
      Competitor(
        name: messagesInOne, program: setting.loclint, arguments: [setting.catalogue],
        statuses: [0, 1]),
      Competitor(
        name: msgfmtInOne, program: msgfmt, arguments: options + [setting.catalogue],
        statuses: [0, 1]),
    ]
  }
}

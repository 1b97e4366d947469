import LintCore
import LintText

/// Figures about a run for programs, by locale, rule and folder, gathered as files come.
///
/// What is held grows with folders, what is written does not: those with the most findings are listed, and the
/// others summed up.
struct RunStatistics: Sendable {
  /// Locales and folders that are listed.
  private static let mostRows = 1000

  private struct Folder {
    let path: String
    var files = 0
    var tally = FindingTally()
  }

  private var rules: [FindingTally]
  private var folders: [Folder] = []
  private var indices: [String: Int] = [:]
  private var locales: [String: FindingTally] = [:]

  init(_ run: Run) {
    rules = run.rules.map { _ in FindingTally() }
  }

  /// What a file adds to them.
  struct File: Sendable {
    /// How many findings of a rule count, or don't for a reason.
    fileprivate struct Count {
      let rule: Int
      var tally = FindingTally()
    }

    fileprivate let folder: String
    fileprivate var whole = FindingTally()
    /// By the locale of each page that holds segments.
    fileprivate var pages: [(locale: String, tally: FindingTally)] = []
    /// A rule may come more than once.
    fileprivate var rules: [Count] = []

    init(_ file: FileReport) {
      let path = file.repositoryPath.utf8
      folder = path.lastIndex(of: 0x2F).map { String(path[..<$0]) ?? "" } ?? "."
      for page in file.byPage {
        let tally = count(page)
        whole.add(tally)
        // As the summary has them.
        if case .bilingual = file.outcome { pages.append((page.locale, tally)) }
      }
    }

    /// Adds a report of one page to the rules' figures, and returns its own.
    private mutating func count(_ page: FileReport) -> FindingTally {
      var tally = FindingTally()
      for finding in page.findings {
        tally.add(1, finding.severity)
        note(finding.rule) { $0.add(1, finding.severity) }
      }
      for more in page.unlisted {
        tally.add(more.count, more.severity)
        note(more.rule) { $0.add(more.count, more.severity) }
      }
      for more in page.pages[0].keptBack {
        tally.add(more.count, more.standing)
        note(more.rule) { $0.add(more.count, more.standing) }
      }
      return tally
    }

    private mutating func note(_ rule: Int, _ add: (inout FindingTally) -> Void) {
      if rules.last?.rule != rule { rules.append(Count(rule: rule)) }
      add(&rules[rules.count - 1].tally)
    }
  }

  mutating func add(_ file: File) {
    for count in file.rules { rules[count.rule].add(count.tally) }
    for page in file.pages { locales[page.locale, default: FindingTally()].add(page.tally) }
    let index = indices[file.folder] ?? folders.count
    if index == folders.count {
      indices[file.folder] = index
      folders.append(Folder(path: file.folder))
    }
    folders[index].files += 1
    folders[index].tally.add(file.whole)
  }

  func write(_ summary: Summary, in run: Run, to json: inout JSONWriter) {
    json.object("statistics") { json in
      json.member("scoreOf", run.scoresNewAlone ? "new" : "all")
      if let score = summary.score(in: run) { json.member("score", score) }
      writeLocales(summary, in: run, to: &json)
      json.array("rules") { json in
        for (index, tally) in rules.enumerated() where tally.whole > 0 {
          json.object { json in
            json.member("rule", run.rules[index].info.id)
            tally.write(to: &json)
          }
        }
      }
      writeFolders(to: &json)
    }
  }

  private func writeLocales(_ summary: Summary, in run: Run, to json: inout JSONWriter) {
    let names = summary.locales.keys.sorted()
    json.array("locales") { json in
      for name in names.prefix(Self.mostRows) {
        guard let locale = summary.locales[name] else { continue }
        json.object { json in
          json.member("locale", name)
          json.member("documents", locale.documents)
          json.member("machineTranslated", locale.machineTranslated)
          json.member("segments", locale.segments)
          json.member("sourceWords", locale.sourceWords)
          locale.completeness?.write(to: &json)
          if let score = locale.score(in: run) { json.member("score", score) }
          (locales[name] ?? FindingTally()).write(to: &json)
        }
      }
    }
    let others = names.count - Self.mostRows
    if others > 0 { json.member("otherLocales", others) }
  }

  private func writeFolders(to json: inout JSONWriter) {
    let worst = folders.filter { $0.tally.whole > 0 }.sorted { left, right in
      let (first, second) = (left.tally, right.tally)
      if first.total != second.total { return first.total > second.total }
      return first.whole != second.whole
        ? first.whole > second.whole : left.path.precedes(right.path)
    }
    json.array("folders") { json in
      for folder in worst.prefix(Self.mostRows) {
        json.object { json in
          json.member("folder", folder.path)
          json.member("files", folder.files)
          folder.tally.write(to: &json)
        }
      }
    }
    let others = worst.dropFirst(Self.mostRows)
    guard !others.isEmpty else { return }
    json.object("otherFolders") { json in
      json.member("folders", others.count)
      json.member("files", others.reduce(0) { $0 + $1.files })
      others.reduce(into: FindingTally()) { $0.add($1.tally) }.write(to: &json)
    }
  }
}

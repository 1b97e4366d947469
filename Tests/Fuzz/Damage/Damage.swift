import Foundation
import LintCore
import LintRules
import LintWorkspace

/// Damages pages, lints them and looks at everything that is said of them; see `make damage`.
///
/// Pages are looked at by other processes, some hundreds each, so that one that dies does not end
/// the whole: it is told of by its number, and `--from N --to N` makes the same page again.
@main
struct Damage {
  private var seed: UInt64 = 1
  private var count = 1000
  private var range: Range<Int>?
  private var folder = "Samples"
  private var prints = false

  private static let batch = 400
  /// Pages that share a report, as they do in a run.
  private static let together = 8

  static func main() {
    guard let damage = Damage(Array(CommandLine.arguments.dropFirst())) else {
      print("damage [--seed N] [--count N] [--from N --to N [--print]] FOLDER")
      exit(2)
    }
    let pages = Seeds.pages(below: URL(filePath: damage.folder))
    guard !pages.isEmpty else {
      print("damage: no page below \(damage.folder)")
      exit(2)
    }
    exit(damage.range.map { damage.look(at: $0, pages) } ?? damage.lookAtAll(pages.count))
  }

  private init?(_ words: [String]) {
    var words = words[...]
    var (from, to): (Int?, Int?)
    while let word = words.popFirst() {
      switch word {
      case "--seed": seed = words.popFirst().flatMap { UInt64($0) } ?? seed
      case "--count": count = words.popFirst().flatMap { Int($0) } ?? count
      case "--from": from = words.popFirst().flatMap { Int($0) }
      case "--to": to = words.popFirst().flatMap { Int($0) }
      case "--print": prints = true
      default:
        guard !word.hasPrefix("-") else { return nil }
        folder = word
      }
    }
    if let from, let to, from <= to { range = from..<to + 1 }
  }

  // MARK: - All

  /// Has other processes look at all pages.
  ///
  /// - Returns: The exit status.
  private func lookAtAll(_ pages: Int) -> Int32 {
    let batches = stride(from: 0, to: count, by: Self.batch).map {
      $0..<min($0 + Self.batch, count)
    }
    let tally = Tally()
    let seconds = ProcessInfo.processInfo.systemUptime
    DispatchQueue.concurrentPerform(iterations: batches.count) { index in
      look(byOtherProcessAt: batches[index], tally)
    }
    let (words, faults) = tally.result
    print(
      "\(count) pages damaged, of \(pages) in \(folder), seed \(seed): \(words), "
        + "\(faults) faults, \(Int(ProcessInfo.processInfo.systemUptime - seconds)) s")
    return faults == 0 ? 0 : 1
  }

  /// What dies is halved until it is one page.
  private func look(byOtherProcessAt range: Range<Int>, _ tally: Tally) {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "--seed", "\(seed)", "--from", "\(range.lowerBound)", "--to", "\(range.upperBound - 1)",
      folder,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return tally.add(fault: "no process can be started") }
    let output = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    if process.terminationReason == .exit, process.terminationStatus <= 1 {
      tally.add(String(decoding: output, as: UTF8.self))
    } else if range.count == 1 {
      tally.add(fault: "page \(range.lowerBound) ends the process: \(process.terminationStatus)")
    } else {
      let middle = range.lowerBound + range.count / 2
      look(byOtherProcessAt: range.lowerBound..<middle, tally)
      look(byOtherProcessAt: middle..<range.upperBound, tally)
    }
  }

  // MARK: - Some

  /// Looks at pages by their numbers, and prints what does not hold.
  ///
  /// - Returns: The exit status.
  private func look(at range: Range<Int>, _ pages: [[UInt8]]) -> Int32 {
    let checks = PageChecks()
    let reports = ReportChecks(RuleLibrary.builtIn.rules)
    var faults = 0
    func tell(_ number: Int, _ violation: Violation) {
      print("fault: page \(number): \(violation)")
      faults += 1
    }
    var findings = 0
    var files: [(number: Int, report: FileReport)] = []
    for number in range {
      let page = DamagedPage(number: number, seed: seed, of: pages).bytes
      if prints { FileHandle.standardError.write(Data(page)) }
      do throws(Violation) {
        try checks.check(page)
        try checks.check(suppressions: page)
        try DifferenceChecks().check(page)
      } catch {
        tell(number, error)
      }
      let report = reports.lint(PageInput(page))
      findings += report.findings.count + report.withheld.count
      files.append((number, report))
      guard files.count == Self.together || number == range.last else { continue }
      for name in ReportGrammar.names {
        do throws(Violation) {
          try reports.check(files.map(\.report), as: name)
        } catch {
          tell(files[0].number, Violation("or one of \(files.count - 1) after it: \(error)"))
        }
      }
      files = []
    }
    print("findings: \(findings)")
    return faults == 0 ? 0 : 1
  }
}

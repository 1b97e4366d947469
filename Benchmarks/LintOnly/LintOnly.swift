import Glibc
import LintCore
import LintRules
import LintWorkspace
import SideBySide
import Synchronization

/// `lint-only WORKERS PROFILE PATH…`: what loclint does between start and report, and how long it
/// takes.
///
/// loclint itself can't be asked for this, and what workers gain is hidden in a whole run by what one
/// of them has to do alone.
@main struct LintOnly {
  static func main() {
    let words = CommandLine.arguments
    guard words.count > 3, let workers = Int(words[1]), workers > 0,
      let profile = Profile(rawValue: words[2])
    else {
      print("usage: lint-only WORKERS PROFILE PATH…")
      exit(2)
    }
    let rules = RuleLibrary.builtIn.rules.filter { $0.info.profile.map { $0 <= profile } ?? false }
    let linter = Linter(
      formats: [SideBySideMarkdown()], rules: rules.map { ($0, $0.info.severity) })
    let clock = ContinuousClock()
    let began = clock.now
    var finder = FileFinder(root: nil) { linter.format(of: $0) != nil }
    for path in words[3...] { finder.add(path) }
    finder.sort()
    let found = clock.now
    let sum = Mutex((files: 0, bytes: 0, segments: 0, findings: 0))
    ParallelMap(workers: workers).run(finder.files) {
      linter.lint($0)
    } consume: { file in
      sum.withLock { sum in
        sum.files += 1
        sum.bytes += file.bytes
        sum.segments += file.segments
        sum.findings += file.findings.count
      }
    }
    let done = clock.now
    let total = sum.withLock { $0 }
    print(
      "files \(total.files) bytes \(total.bytes) segments \(total.segments)"
        + " findings \(total.findings)"
        + " walking \((found - began) / .seconds(1)) working \((done - found) / .seconds(1))")
  }
}

import FaultSeeder
import Foundation
import LintCore
import LintRules
import LintWorkspace
import MarkdownPairs
import PO
import SideBySide

/// `recall [--seed N] [--count N] [--profile NAME] [--kind TEXT] [--misses] [--faults] [--fix]
/// [--source FOLDER --site NAME] [--messages] FOLDER…`
@main struct RecallCommand {
  static func main() async {
    var seed: UInt64 = 1
    var count = 40
    var profile = Profile.all
    var wanted = ""
    var showsMisses = false
    var showsFaults = false
    var showsMending = false
    var folders: [String] = []
    var sources: String?
    var site = Site.github
    var areMessages = false
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--seed": seed = value(&arguments, argument) { UInt64($0) }
      case "--count": count = value(&arguments, argument) { Int($0) }
      case "--profile": profile = value(&arguments, argument) { Profile(rawValue: $0) }
      case "--kind": wanted = value(&arguments, argument) { $0 }
      case "--source": sources = value(&arguments, argument) { $0 }
      case "--site": site = value(&arguments, argument) { Site(rawValue: $0) }
      case "--messages": areMessages = true
      case "--misses": showsMisses = true
      case "--faults": showsFaults = true
      case "--fix": showsMending = true
      case _ where argument.hasPrefix("-"): stop("unknown option '\(argument)'")
      default: folders.append(argument)
      }
    }
    let ending = areMessages ? ".po" : ".md"
    var finder = FileFinder(root: nil) { $0.hasSuffix(ending) }
    for folder in folders { finder.add(folder) }
    finder.sort()
    for problem in finder.problems { stop("\(problem.path): \(problem.reason)") }
    let files = finder.files.compactMap { file in
      (try? file.read()).map { (file: file, bytes: $0) }
    }
    guard !files.isEmpty else { stop("give a folder with side-by-side pages, or --source") }
    let recall: Recall
    if let sources {
      guard folders.count == 1 else { stop("give one folder with --source") }
      recall = Recall.ofPairs(
        RuleLibrary.builtIn.rules, upTo: profile, site: site, in: folders[0], sources: sources)
    } else if areMessages {
      var features = RuleFeatures()
      features.insert(.messages)
      recall = Recall(
        rules: RuleLibrary.builtIn.rules.filter { rule in
          rule.info.profile(with: features, on: .messages).map { $0 <= profile } ?? false
        },
        format: PO())
    } else {
      recall = Recall(
        rules: RuleLibrary.builtIn.rules.filter { rule in
          rule.info.profile.map { $0 <= profile } ?? false
        },
        format: SideBySideMarkdown())
    }
    let all =
      areMessages ? FaultKinds.messages : sources == nil ? FaultKinds.all : FaultKinds.pairs
    let kinds = all.filter {
      wanted.isEmpty || $0.name.contains(wanted) || $0.rule.contains(wanted)
        || $0.family == wanted
    }
    let results = await recall.run(
      kinds, on: files, count: count, seed: seed,
      workers: ProcessInfo.processInfo.activeProcessorCount)
    let table = RecallTable(results)
    if showsMending {
      print(table.mending, terminator: "")
      return
    }
    if showsFaults { print(table.faults) } else if showsMisses { print(table.misses) }
    print(table.text, terminator: "")
  }

  private static func value<Value>(
    _ arguments: inout ArraySlice<String>, _ option: String, _ read: (String) -> Value?
  ) -> Value {
    guard let text = arguments.popFirst(), let value = read(text) else {
      stop("\(option) needs a value")
    }
    return value
  }

  private static func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("recall: \(reason)\n".utf8))
    exit(2)
  }
}

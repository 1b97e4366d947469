import LintCore
import LintReporters
import LintText
import LintWorkspace
import Synchronization

extension Subcommand {
  static let segments = Subcommand(
    "segments", "List the segments of documents as they are read",
    usage: "loclint segments [OPTION…] [PATH…]",
    [
      "Lists every segment on a line of its own, in the order of the paths: path, span ID, and "
        + "where the target begins and ends and the source begins and ends, in bytes from the "
        + "start of the file; separated by tabs."
    ],
    options: Option.ofConfigurations + [.exclude, .jobs],
    operands: .pages,
    exits: exitsOfReading,
    examples: [("loclint segments docs | wc -l", "Count the segments below docs.")]
  ) { (call) throws(UsageError) in
    try SegmentsCommand(
      call.arguments, call.tree, formats: call.formats, streams: call.streams
    ).run()
  }
}

/// `loclint segments`: lists segments as the reader sees them.
struct SegmentsCommand {
  let paths: [String]
  let jobs: Int
  let tree: ConfigurationTree
  let formats: [any Format]
  let streams: Streams

  init(
    _ arguments: Arguments, _ tree: ConfigurationTree, formats: [any Format], streams: Streams
  ) throws(UsageError) {
    paths = try arguments.paths()
    jobs = try arguments.jobs()
    self.tree = tree
    self.formats = formats
    self.streams = streams
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let formats = formats
    let state = Mutex((output: Output(descriptor: streams.output), hasProblem: false))
    let streams = streams
    var tree = tree
    let entries = try tree.documents(below: paths, for: formats).entries
    ParallelMap(workers: jobs).run(entries) { entry in
      Listing(of: entry, formats)
    } consume: { listing in
      state.withLock { state in
        state.output.write(listing.lines)
        guard let problem = listing.problem else { return }
        state.hasProblem = true
        streams.complain(of: listing.path, problem)
      }
    }
    return state.withLock { state in
      state.output.flush()
      if let fault = state.output.fault {
        streams.complain("standard output: \(fault)")
        return 2
      }
      return state.hasProblem ? 2 : 0
    }
  }
}

extension SegmentsCommand {
  /// What is printed of one file.
  private struct Listing {
    let path: String
    var lines = ""
    var problem: String?

    init(of entry: Paths.Entry, _ formats: [any Format]) {
      path = entry.file.path
      problem = entry.problem
      guard problem == nil, let format = formats.format(of: path) else { return }
      do throws(FileError) {
        let document = format.read(
          try entry.file.read(),
          Page(path: entry.file.repositoryPath))
        let name = TextReporter.printable(path)
        for record in document.records {
          lines +=
            "\(name)\t\(TextReporter.safe(document.text(record.key.range).string))"
            + "\t\(record.target.lower)\t\(record.target.upper)"
            + "\t\(record.source.lower)\t\(record.source.upper)\n"
        }
      } catch {
        problem = error.description
      }
    }
  }
}

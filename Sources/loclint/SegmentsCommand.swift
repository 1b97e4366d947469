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
        + "start of the file; separated by tabs. Where the source is a file of its own, its path stands "
        + "at the end, and the source's offsets are those of that file."
    ],
    options: Option.ofConfigurations + Option.ofSources + [.exclude, .jobs],
    operands: .pages,
    exits: exitsOfReading,
    examples: [("loclint segments docs | wc -l", "Count the segments below docs.")]
  ) { (call) throws(UsageError) in
    try SegmentsCommand(
      call
    ).run()
  }
}

/// `loclint segments`: lists segments as the reader sees them.
struct SegmentsCommand {
  let paths: [String]
  let jobs: Int
  let call: Invocation
  let streams: Streams

  init(_ call: Invocation) throws(UsageError) {
    paths = try call.arguments.paths()
    jobs = try call.arguments.jobs()
    self.call = call
    streams = call.streams
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let state = Mutex((output: Output(descriptor: streams.output), hasProblem: false))
    let streams = streams
    let (entries, sources) = try call.pages(below: paths)
    ParallelMap(workers: jobs).run(entries) { entry in
      Listing(of: entry, sources)
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

    init(of entry: Paths.Entry, _ sources: RunSources) {
      path = entry.file.path
      problem = entry.problem
      guard problem == nil else { return }
      do throws(FileError) {
        guard let page = try sources.page(entry.file) else { return }
        lines = Self.lines(page.unit.first, of: path, page.source)
      } catch {
        problem = error.description
      }
    }

    private static func lines(
      _ document: borrowing Document, of path: String, _ source: SourceText?
    ) -> String {
      let name = TextReporter.printable(path)
      let start = source == nil ? 0 : AddressSpace.source
      let end = source.map { "\t\(TextReporter.safe($0.path))\n" } ?? "\n"
      var lines = ""
      for record in document.records {
        // Of a text with escapes, where it stands with them.
        let target = document.place(of: record.target)
        let source = document.place(of: record.source)
        lines +=
          "\(name)\t\(TextReporter.safe(document.text(record.key.range).string))"
          + "\t\(target.lower)\t\(target.upper)"
          + "\t\(source.lower - start)\t\(source.upper - start)\(end)"
      }
      return lines
    }
  }
}

import LintCore
import LintReporters
import LintWorkspace

extension Subcommand {
  static let merge = Subcommand(
    "merge", "Make one SARIF report of several", usage: "loclint merge [OPTION…] FILE…",
    [
      "Makes one SARIF report of those that several runs of this loclint have written, as one "
        + "run over all their files would have written it: for builds that check the locales "
        + "one by one and upload the result once. What stands in several is taken once."
    ],
    options: [.output],
    own: [
      Option(
        .output, "o", .word("FILE"),
        "Write to a file, as a whole or not at all, instead of to standard output")
    ],
    operands: .files,
    exits: [
      ("0", "Done, whatever the runs have found."),
      ("2", "Wrong use, or a FILE that can't be read, is no such report or can't be written."),
    ],
    examples: [
      (
        "loclint merge --output=all.sarif it.sarif de.sarif",
        "Join the reports of two locales."
      )
    ]
  ) { (call) throws(UsageError) in
    try MergeCommand(call.arguments, streams: call.streams, call.temporaries).run()
  }
}

/// `loclint merge`: makes one SARIF report of several.
struct MergeCommand {
  let paths: [String]
  /// `nil` for standard output.
  let output: String?
  let streams: Streams
  private let temporaries: TemporaryFiles

  init(_ arguments: Arguments, streams: Streams, _ temporaries: TemporaryFiles) throws(UsageError) {
    guard !arguments.operands.isEmpty else { throw UsageError("which reports?") }
    guard arguments.values(.output).count <= 1 else {
      throw UsageError("two reports can't be written at once")
    }
    paths = try arguments.paths()
    output = arguments.value(.output)
    self.streams = streams
    self.temporaries = temporaries
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    let target = try output.map { (output) throws(UsageError) in try writable(output) }
    var merger = SARIFMerger()
    for path in paths {
      do {
        try merger.add(try SourceFile(path: path).read())
      } catch {
        throw UsageError("\(path): \(error)", isInHelp: false)
      }
    }
    return try write(merger, to: target)
  }

  private func writable(_ path: String) throws(UsageError) -> WritableFile {
    var inputs = InputFiles()
    inputs.add(paths, as: "a report")
    do throws(FileError) {
      return try WritePermission(inputs: inputs).file(path)
    } catch {
      throw UsageError("\(path): \(error)", isInHelp: false)
    }
  }

  private func write(_ merger: SARIFMerger, to target: WritableFile?) throws(UsageError) -> Int32 {
    var remarks: [String] = []
    var failure: FileError?
    if let target {
      do throws(FileError) {
        try ReportFile.write(to: target, temporaries) { remarks = merger.write(to: &$0) }
      } catch {
        failure = error
      }
    } else {
      var sink = Output(descriptor: streams.output)
      remarks = merger.write(to: &sink)
      sink.flush()
      failure = sink.fault
    }
    let name = output ?? "standard output"
    if let failure { throw UsageError("\(name): \(failure)", isInHelp: false) }
    for remark in remarks { streams.complain("\(name): \(remark)") }
    return 0
  }
}

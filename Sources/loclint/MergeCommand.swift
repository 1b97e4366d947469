import LintCore
import LintReporters
import LintWorkspace

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

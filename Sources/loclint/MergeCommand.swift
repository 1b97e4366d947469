import Glibc
import LintCore
import LintReporters

/// `loclint merge`: makes one SARIF report of several.
struct MergeCommand {
  let paths: [String]
  /// `nil` for standard output.
  let output: String?
  let streams: Streams

  init(_ arguments: Arguments, streams: Streams) throws(UsageError) {
    guard !arguments.operands.isEmpty else { throw UsageError("which reports?") }
    guard arguments.values(.output).count <= 1 else {
      throw UsageError("two reports can't be written at once")
    }
    paths = try arguments.paths()
    output = arguments.value(.output)
    self.streams = streams
  }

  /// Runs it.
  ///
  /// - Returns: The exit status.
  func run() throws(UsageError) -> Int32 {
    var merger = SARIFMerger()
    for path in paths {
      do {
        try merger.add(try SourceFile(path: path).read())
      } catch {
        throw UsageError("\(path): \(error)", isInHelp: false)
      }
    }
    return try write(merger)
  }

  private func write(_ merger: SARIFMerger) throws(UsageError) -> Int32 {
    var remarks: [String] = []
    var failure: FileError?
    if let output {
      do throws(FileError) {
        let file = try ReportFile(output)
        var sink = Output(descriptor: file.descriptor)
        remarks = merger.write(to: &sink)
        sink.flush()
        try file.finish(sink.failure)
      } catch {
        failure = error
      }
    } else {
      var sink = Output(descriptor: streams.output)
      remarks = merger.write(to: &sink)
      sink.flush()
      // A reader that has seen enough is no failure.
      if let number = sink.failure, number != EPIPE { failure = FileError(number: number) }
    }
    let name = output ?? "standard output"
    if let failure { throw UsageError("\(name): \(failure)", isInHelp: false) }
    for remark in remarks { streams.complain("\(name): \(remark)") }
    return 0
  }
}

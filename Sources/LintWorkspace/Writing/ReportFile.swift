package import LintCore

/// A file that a report is written to: it appears when it is complete, or not at all.
package struct ReportFile: Sendable {
  package let descriptor: Int32
  /// As the user wrote it.
  package let path: String
  /// The file that is written until then, and the name that it gets in the end; `nil` for a device
  /// or a pipe, which can't be replaced.
  private let replacement: (file: TemporaryFiles.File, name: String)?
  private let temporaries: TemporaryFiles

  /// - Parameter isProgram: Whether it is to be run.
  package init(
    _ file: WritableFile, isProgram: Bool = false, _ temporaries: TemporaryFiles
  ) throws(FileError) {
    path = file.path
    self.temporaries = temporaries
    switch file.target {
    case .file(let destination):
      let temporary = try temporaries.create(
        in: destination.folder, mode: isProgram ? 0o777 : 0o666)
      replacement = (temporary, destination.name)
      descriptor = temporary.descriptor
    case .special(let destination):
      replacement = nil
      descriptor = try Self.open(destination)
    case .descriptor(let number):
      replacement = nil
      descriptor = try System.duplicate(number)
    }
  }

  /// Writes a whole file.
  package static func write(
    to file: WritableFile, isProgram: Bool = false, _ temporaries: TemporaryFiles,
    _ fill: (inout Output) -> Void
  ) throws(FileError) {
    temporaries.prepare()
    let file = try ReportFile(file, isProgram: isProgram, temporaries)
    var output = Output(descriptor: file.descriptor)
    fill(&output)
    output.flush()
    try file.finish(output.failure.map { FileError(number: $0) })
  }

  /// Closes the file and gives it its name, or removes it where something went wrong.
  ///
  /// - Parameter failure: What went wrong while it was written.
  package func finish(_ failure: FileError?) throws(FileError) {
    do throws(FileError) {
      if let failure {
        System.abandon(descriptor)
        throw failure
      }
      try System.close(descriptor)
      if let replacement { try temporaries.move(replacement.file, to: replacement.name) }
    } catch {
      if let replacement { temporaries.remove(replacement.file) }
      throw error
    }
  }

  /// Leaves everything as it was.
  package func discard() {
    System.abandon(descriptor)
    if let replacement { temporaries.remove(replacement.file) }
  }

  private static func open(_ destination: WritePath.Destination) throws(FileError) -> Int32 {
    do throws(FileError) {
      return try System.openToWrite(destination.name, in: destination.folder.descriptor)
    } catch {
      // It is opened without waiting, and then a pipe without a reader fails; else this would wait for
      // one for ever.
      guard error.isWithoutReader, destination.status?.kind == .pipe else { throw error }
      throw FileError(reason: "is a pipe that nobody reads")
    }
  }
}

import Glibc
import LintCore

/// A file that a report is written to: it appears when it is complete, or not at all.
struct ReportFile: Sendable {
  let descriptor: Int32
  /// As the user wrote it.
  let path: String
  /// The file that is written until then, and the name that it gets in the end; `nil` for a device
  /// or a pipe, which can't be replaced.
  private let replacement: (file: TemporaryFiles.File, name: String)?
  private let temporaries: TemporaryFiles

  init(_ file: WritableFile, _ temporaries: TemporaryFiles) throws(FileError) {
    path = file.path
    self.temporaries = temporaries
    switch file.target {
    case .file(let destination):
      let temporary = try temporaries.create(in: destination.folder)
      replacement = (temporary, destination.name)
      descriptor = temporary.descriptor
    case .special(let destination):
      replacement = nil
      descriptor = try Self.open(destination)
    case .descriptor(let number):
      replacement = nil
      descriptor = fcntl(number, F_DUPFD_CLOEXEC, 3)
      guard descriptor >= 0 else { throw FileError(number: errno) }
    }
  }

  /// Writes a whole file.
  static func write(
    to file: WritableFile, _ temporaries: TemporaryFiles, _ fill: (inout Output) -> Void
  ) throws(FileError) {
    temporaries.prepare()
    let file = try ReportFile(file, temporaries)
    var output = Output(descriptor: file.descriptor)
    fill(&output)
    output.flush()
    try file.finish(output.failure)
  }

  /// Closes the file and gives it its name, or removes it where something went wrong.
  ///
  /// - Parameter failure: The error number of what went wrong while it was written.
  func finish(_ failure: Int32?) throws(FileError) {
    var failure = failure
    if close(descriptor) != 0, failure == nil { failure = errno }
    if let replacement, failure == nil {
      failure = temporaries.move(replacement.file, to: replacement.name)
    }
    guard let failure else { return }
    if let replacement { temporaries.remove(replacement.file) }
    throw FileError(number: failure)
  }

  /// Leaves everything as it was.
  func discard() {
    close(descriptor)
    if let replacement { temporaries.remove(replacement.file) }
  }

  private static func open(_ destination: WritePath.Destination) throws(FileError) -> Int32 {
    let flags = O_WRONLY | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    let descriptor = unsafe openat(destination.folder.descriptor, destination.name, flags)
    guard descriptor >= 0 else {
      // With O_NONBLOCK a pipe without a reader fails; without it, this would wait for one for
      // ever.
      if errno == ENXIO, destination.status.map({ $0.st_mode & S_IFMT }) == S_IFIFO {
        throw FileError(reason: "is a pipe that nobody reads")
      }
      throw FileError(number: errno)
    }
    let state = fcntl(descriptor, F_GETFL)
    if state >= 0 { _ = fcntl(descriptor, F_SETFL, state & ~O_NONBLOCK) }
    return descriptor
  }
}

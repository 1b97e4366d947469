public import LintCore

extension Output {
  /// What is written goes to an open file.
  public init(descriptor: Int32) {
    self.init { System.write(descriptor, $0) }
  }

  /// What went wrong; a reader that has gone away, having seen enough, is no failure.
  package var fault: FileError? {
    failure.map { FileError(number: $0) }.flatMap { $0.isBrokenPipe ? nil : $0 }
  }
}

/// What rules that look across files keep of one file.
public struct FileFacts: Sendable {
  /// What one rule keeps of one page.
  struct Entry: Sendable {
    /// An index into the rules of the run.
    let rule: Int
    let page: Int
    let locale: String
    let path: UInt64
    let bytes: [UInt8]
    let check: any CrossFileCheck
  }

  /// What tells whether the file is still the same when it is read again.
  public let digest: UInt64
  let entries: [Entry]
}

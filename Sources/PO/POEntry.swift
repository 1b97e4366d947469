import LintText

/// An entry: what stands between two gaps of a file.
///
/// It holds no array, so that to copy one retains nothing: a file has thousands.
struct POEntry: Sendable {
  /// A translation; of a plural entry one for each form.
  struct Target: Sendable {
    /// The number in brackets; `nil` where there is none.
    let number: Int?
    var text: POText
  }

  /// From its first comment or keyword to its last string.
  var range: ByteRange
  var context: POText?
  var id: POText?
  var plural: POText?
  /// Its translations, by their indices in `POFile.targets`.
  var targets: Range<Int>
  var flags = POFlags()
  var isObsolete = false
  /// The string behind `domain`, as long as that counts.
  var domain = ByteRange.none
  /// Whether something in it could not be read.
  var isDamaged = false

  /// Whether it is the one that holds the header.
  var isHeader: Bool {
    guard let id else { return false }
    return id.isEmpty && context == nil && !isObsolete
  }

  /// What has no translation yet.
  init(range: ByteRange, from target: Int) {
    self.range = range
    targets = target..<target
  }
}

import LintCore
import LintText

/// The anchor that the tools make from a heading: lower case, letters and digits of ASCII, `-` and
/// `_`; a space becomes `-`, all else is left out.
struct HeadingSlug: Equatable {
  private(set) var bytes: [UInt8]

  /// The anchor of text as it is written, or of what a reader sees of it.
  init(_ text: borrowing Text, isProse: Bool) {
    var slug: [UInt8] = []
    let bytes = isProse ? text.prose : text.bytes
    for index in bytes.trimmedRange { Self.append(bytes[index], to: &slug) }
    self.bytes = slug
  }

  /// Adds a byte's share of a slug.
  static func append(_ byte: UInt8, to slug: inout [UInt8]) {
    if let share = share(of: byte) { slug.append(share) }
  }

  /// What a byte becomes in a slug; `nil` when it is left out.
  static func share(of byte: UInt8) -> UInt8? {
    if byte.isLetterOrDigit || byte == 0x2D || byte == 0x5F { return byte.lowercased }
    return byte == 0x20 ? 0x2D : nil
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The same with one hyphen for each run of them: the source may have lost a dash.
  var withoutRepeatedHyphens: [UInt8] {
    var result: [UInt8] = []
    for byte in bytes where byte != 0x2D || result.last != 0x2D { result.append(byte) }
    return result
  }

  /// The same without the number that tells it from an earlier one, `hives-1`; `nil` where it has none.
  var withoutNumber: HeadingSlug? {
    let digits = bytes.reversed().prefix { $0.isDigit }.count
    let end = bytes.count - digits - 1
    guard (1...3).contains(digits), end > 0, bytes[end] == 0x2D else { return nil }
    return HeadingSlug(bytes: Array(bytes[..<end]))
  }

  /// Letters and digits alone, in lower case.
  var letters: [UInt8] {
    bytes.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x2E }.map(\.lowercased)
  }

  /// Whether another one is about as long, and half of it is the same at the ends.
  func isNear(_ other: HeadingSlug) -> Bool {
    guard abs(bytes.count - other.bytes.count) <= 1, bytes.count >= 4 else { return false }
    let shorter = min(bytes.count, other.bytes.count)
    let start = zip(bytes, other.bytes).prefix { $0 == $1 }.count
    let end = zip(bytes.reversed(), other.bytes.reversed()).prefix { $0 == $1 }.count
    return min(start + end, shorter) * 2 >= bytes.count
  }

  /// Appends the slug of the next segment of a heading; without a copy, for there may be many.
  ///
  /// - Parameter hyphens: How many stand between the two.
  mutating func join(_ next: HeadingSlug, _ hyphens: Int = 1) {
    if !bytes.isEmpty { bytes.append(contentsOf: repeatElement(0x2D, count: hyphens)) }
    bytes += next.bytes
  }

  /// What versions of the tools leave in a slug of `:::no-loc text="…":::` and `[!OP.NO-LOC(…)]`.
  private static let remnants: [StaticString] = ["no-loc-text", "no-loctext", "opno-loc", "no-loc"]

  /// What is left when underscores and the remnants of `:::no-loc` markup are dropped.
  var essence: [UInt8] {
    var essence: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let length = Self.remnants.first(where: { bytes.span.has($0, at: index) })?
        .utf8CodeUnitCount
      {
        index += length
      } else {
        if bytes[index] != 0x5F { essence.append(bytes[index]) }
        index += 1
      }
    }
    return essence
  }

  /// How much two slugs have in common, from 0 to 1: twice their longest common subsequence, by the
  /// sum of their lengths.
  func similarity(to other: HeadingSlug) -> Double {
    let (left, right) = (essence, other.essence)
    guard !left.isEmpty || !right.isEmpty else { return 1 }
    // It takes the product of both lengths; headings are far shorter than 400 bytes.
    guard left.count <= 400, right.count <= 400 else { return 0 }
    var row = Array(repeating: 0, count: right.count + 1)
    for byte in left {
      var diagonal = 0
      for (index, candidate) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = byte == candidate ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 2 * Double(row[right.count]) / Double(left.count + right.count)
  }
}

/// What is done to a page to damage it, and where the damage then lies.
struct Fault {
  struct Edit {
    /// In the clean page.
    let range: Range<Int>
    let bytes: [UInt8]
  }

  /// In the order of the page; they do not touch each other.
  private let edits: [Edit]
  /// Where the fault lies, in the clean page.
  private let places: [Range<Int>]

  init(_ edits: [Edit], at places: [Range<Int>]? = nil) {
    self.edits = edits
    self.places = places ?? edits.map(\.range)
  }

  static func replace(_ range: Range<Int>, with text: String, at place: Range<Int>? = nil) -> Fault
  {
    Fault([Edit(range: range, bytes: Array(text.utf8))], at: place.map { [$0] })
  }

  static func replace(_ range: Range<Int>, with bytes: [UInt8], at place: Range<Int>? = nil)
    -> Fault
  {
    Fault([Edit(range: range, bytes: bytes)], at: place.map { [$0] })
  }

  static func insert(_ text: String, at index: Int, place: Range<Int>? = nil) -> Fault {
    .replace(index..<index, with: text, at: place)
  }

  static func delete(_ ranges: Range<Int>..., at place: Range<Int>? = nil) -> Fault {
    Fault(ranges.map { Edit(range: $0, bytes: []) }, at: place.map { [$0] })
  }

  /// Where the damage begins, in both pages.
  var firstChange: Int { edits[0].range.lowerBound }

  /// Whether something within a range of the clean page is replaced or deleted.
  func changes(_ range: Range<Int>) -> Bool { edits.contains { $0.range.overlaps(range) } }

  /// The damaged page.
  func bytes(of page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count + edits.reduce(0) { $0 + $1.bytes.count })
    var index = 0
    for edit in edits {
      result += page[index..<edit.range.lowerBound]
      result += edit.bytes
      index = edit.range.upperBound
    }
    return result + page[index...]
  }

  /// Where the fault lies in the damaged page.
  var damagedPlaces: [Range<Int>] {
    places.map { place in
      let lower = moved(place.lowerBound, isStart: true)
      return lower..<max(lower, moved(place.upperBound, isStart: false))
    }
  }

  /// Where a place of the clean page is in the damaged one.
  ///
  /// - Parameter isStart: Whether the place is before what is put in there.
  func moved(_ place: Int, isStart: Bool) -> Int {
    var shift = 0
    for edit in edits where edit.range.lowerBound <= place {
      if isStart && edit.range.lowerBound == place { continue }
      if edit.range.upperBound <= place {
        shift += edit.bytes.count - edit.range.count
      } else {
        // Inside what was replaced.
        return edit.range.lowerBound + shift + (isStart ? 0 : edit.bytes.count)
      }
    }
    return place + shift
  }
}

import LintCore
import LintText
import Messages

/// What the header of a file says (gettext manual, "Filling in the Header Entry").
struct POHeader: Sendable {
  /// A line of it, with its value as it reads.
  struct Field: Sendable {
    let attribute: Attribute
    let value: [UInt8]
  }

  let fields: [Field]
  /// The keyword before it.
  let place: ByteRange
  /// How many plural forms there are; `nil` where that is not said.
  let pluralCount: Int?
  /// Whether a language may have so many.
  var hasPossibleCount: Bool {
    pluralCount.map { (1...MessageLimits.mostForms).contains($0) } ?? true
  }

  /// Which form a number has; `nil` where that can't be read.
  let expression: PluralExpression?
  /// Of each form, whether it is that of one number, such as 1.
  private let areOfOneNumber: [Bool]

  /// - Parameter text: the translation of the empty text.
  init(_ text: POText, _ pieces: [ByteRange], _ bytes: Span<UInt8>) {
    place = text.keyword
    fields = Self.fields(pieces[text.pieces], bytes)
    let plurals = Self.field("Plural-Forms", fields, bytes)?.value ?? []
    pluralCount = Self.number(of: "nplurals", plurals.span)
    expression = plurals.span.firstRange(of: "plural=").flatMap {
      PluralExpression(plurals.span.extracting($0.upperBound..<plurals.count))
    }
    areOfOneNumber = Self.areOfOneNumber(expression, count: pluralCount ?? 0)
  }

  /// Whether a form is that of one number, whose translation need not name it: 0, 1 or 2, or the first, which
  /// is nearly always that of 1, and of 21 and others in some languages.
  func isFormOfOneNumber(_ form: Int) -> Bool {
    form < areOfOneNumber.count ? areOfOneNumber[form] : form == 0
  }

  private static func areOfOneNumber(_ expression: PluralExpression?, count: Int) -> [Bool] {
    guard count > 1 else { return count == 1 ? [false] : [] }
    var numbers = Array(repeating: [UInt64](), count: min(count, MessageLimits.forms))
    if let expression {
      for number: UInt64 in 0...10 {
        guard let form = expression.form(of: number), form < numbers.count else { continue }
        numbers[form].append(number)
      }
    }
    return numbers.indices.map { $0 == 0 || numbers[$0].count == 1 && numbers[$0][0] <= 2 }
  }

  /// The first line of this name.
  func field(_ name: StaticString, _ bytes: Span<UInt8>) -> Field? {
    Self.field(name, fields, bytes)
  }

  private static func field(_ name: StaticString, _ fields: [Field], _ bytes: Span<UInt8>)
    -> Field?
  {
    fields.first { bytes.extracting($0.attribute.name.range).equalsIgnoringCase(name) }
  }

  /// The lines: one ends at `\n`, wherever a string does.
  private static func fields(_ pieces: ArraySlice<ByteRange>, _ bytes: Span<UInt8>) -> [Field] {
    var fields: [Field] = []
    var name: ByteRange?
    var start: Int?
    var (end, value): (Int, [UInt8]) = (0, [])
    func finish() {
      defer { (name, start, value) = (nil, nil, []) }
      guard let name, let start else { return }
      let trimmed = value.span.trimmedRange
      fields.append(
        Field(
          attribute: Attribute(name: name, value: ByteRange(min(start, end), end)),
          value: [UInt8](value.span.extracting(trimmed))))
    }
    for piece in pieces {
      var index = piece.lower
      while index < piece.upper {
        if name == nil {
          let stop = endOfLine(bytes, index, piece.upper)
          guard let colon = bytes.extracting(..<stop).firstIndex(of: 0x3A, from: index) else {
            index = min(stop + 2, piece.upper)
            continue
          }
          name = ByteRange(index, colon)
          index = colon + 1
          while index < piece.upper, bytes[index] == 0x20 { index += 1 }
          (start, end) = (index, index)
        }
        let stop = endOfLine(bytes, index, piece.upper)
        value += [UInt8](bytes.extracting(index..<stop))
        if stop > index { end = stop }
        index = stop
        if stop < piece.upper {
          finish()
          index += 2
        }
      }
    }
    finish()
    return fields
  }

  /// Where `\n` stands, or the end.
  private static func endOfLine(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end,
      let backslash = bytes.extracting(..<end).firstIndex(of: 0x5C, from: index)
    {
      if bytes.has("\\n", at: backslash), backslash + 1 < end { return backslash }
      index = backslash + 2
    }
    return end
  }

  /// The number behind a name and an equals sign.
  private static func number(of name: StaticString, _ text: Span<UInt8>) -> Int? {
    guard let found = text.firstRange(of: name) else { return nil }
    var index = found.upperBound
    while index < text.count, text[index].isSpace || text[index] == 0x3D { index += 1 }
    var end = index
    while end < text.count, text[end].isDigit { end += 1 }
    return text.extracting(0..<end).number(from: index)
  }
}

/// Reads a file of facts, and says where it ends too early.
struct FactFileReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// How many bytes are left.
  var count: Int { rest.count }

  mutating func take(_ count: Int) throws(FactFile.Failure) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw .damaged }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func byte() throws(FactFile.Failure) -> UInt8 { try take(1).first ?? 0 }

  mutating func number32() throws(FactFile.Failure) -> Int { Int(Self.number(try take(4))) }

  mutating func number64() throws(FactFile.Failure) -> UInt64 { Self.number(try take(8)) }

  /// Little-endian, as `FactBytes` writes it.
  static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func text() throws(FactFile.Failure) -> String {
    let count = try number32()
    return String(decoding: try take(count), as: UTF8.self)
  }

  mutating func texts() throws(FactFile.Failure) -> [String] {
    let count = try number32()
    // Each takes four bytes at least: no room is made for more than there are.
    guard count <= rest.count / 4 else { throw .damaged }
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try text()) }
    return texts
  }
}

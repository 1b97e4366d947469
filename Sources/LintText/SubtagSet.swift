/// Subtags of up to four letters or digits, read from a list with spaces between them.
///
/// Every run begins with such lists. To read them by bytes and keep subtags as numbers needs no
/// string for each.
struct SubtagSet: Sendable {
  /// In a list, for it is asked seldom, and a set takes longer to make than all that it is asked.
  private var keys: [UInt32] = []

  init(_ list: String) {
    var key: UInt32 = 0
    keys.reserveCapacity(list.utf8.count / 3 + 1)
    for byte in list.utf8 {
      if byte == 0x20 {
        keys.append(key)
        key = 0
      } else {
        key = key << 8 | UInt32(byte)
      }
    }
    keys.append(key)
  }

  func contains(_ subtag: String) -> Bool {
    subtag.utf8.count <= 4 && keys.contains(subtag.utf8.reduce(0) { $0 << 8 | UInt32($1) })
  }
}

/// Numbers of bytes as people write them: `64M` is 64 MiB.
public enum ByteCount {
  private static let units: [(letter: Character, bytes: Int)] = [
    ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10),
  ]

  /// - Parameter word: digits, with `K`, `M` or `G` behind them for powers of 1,024.
  /// - Returns: The number of bytes; `nil` for anything else, and for 4 GiB and more, where offsets
  ///   of 32 bits end.
  public static func number(_ word: String) -> Int? {
    let unit = units.first { word.uppercased().last == $0.letter }
    let digits = unit == nil ? word[...] : word.dropLast()
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit), let count = Int(digits) else {
      return nil
    }
    let (bytes, overflows) = count.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    return overflows || bytes >= Int(UInt32.max) ? nil : bytes
  }

  /// In the largest unit that leaves no rest: `64 MiB`.
  public static func text(_ bytes: Int) -> String {
    let unit = units.first { bytes >= $0.bytes && bytes % $0.bytes == 0 }
    return unit.map { "\(bytes / $0.bytes) \($0.letter)iB" } ?? "\(bytes) bytes"
  }
}

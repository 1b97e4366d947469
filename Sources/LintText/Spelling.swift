/// Guesses what a misspelt name was meant to be.
public enum Spelling {
  /// The known name with the smallest distance, if that is a third of its bytes at most, or 1. A
  /// name of three letters or more that a known one begins with has a distance of 1.
  public static func closest(to name: String, among known: [String]) -> String? {
    let wanted = name.lowercased()
    var best: (name: String, distance: Int)?
    for candidate in known {
      let most = max(candidate.utf8.count / 3, 1)
      // The distance is at least the difference of the lengths.
      guard wanted.utf8.count <= candidate.utf8.count + most else { continue }
      let distance =
        wanted.utf8.count >= 3 && candidate.hasPrefix(wanted)
        ? 1 : distance(from: wanted, to: candidate)
      guard distance <= most, distance < best?.distance ?? .max else {
        continue
      }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// How many bytes must be put in, left out, replaced or swapped with their neighbour to make one
  /// of the other.
  public static func distance(from left: String, to right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var least = min(
          previous[column] + (left[row] == right[column] ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforePrevious[column - 1] + 1)
        }
        current.append(least)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}

internal import Dispatch
import Synchronization

/// Turns items into results on several workers and hands the results over one by one, in the order
/// of the items.
///
/// Workers take small batches, so that one with large files does not hold up the others; a result
/// waits only for those before it, and not more than `window` wait. `consume` is never called twice at a
/// time.
public struct ParallelMap: Sendable {
  public let workers: Int

  /// Items that a worker takes at a time.
  private static let batch = 16
  /// So many items ahead of the first whose result has not been handed over a worker waits: as long as
  /// one has a page of many megabytes, what the others have made of theirs is held, for every report.
  private var window: Int { Self.batch * max(2 * workers, 16) }
  /// Below this many items, starting workers costs more than they save.
  private static let fewest = 32

  public init(workers: Int) {
    self.workers = workers
  }

  /// Returns when the results of all items have been consumed.
  public func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], transform: @escaping @Sendable (Item) -> Result,
    consume: @escaping @Sendable (Result) -> Void
  ) {
    guard workers > 1, items.count >= Self.fewest else {
      for item in items { consume(transform(item)) }
      return
    }
    let next = Cursor()
    let queue = OrderedQueue(window: window, consume)
    // The caller is one of the workers, so that a run of one starts no thread.
    DispatchQueue.concurrentPerform(iterations: min(workers, items.count / Self.batch)) { _ in
      while let batch = next.take(Self.batch, of: items.count) {
        queue.waitForRoom(from: batch.lowerBound)
        queue.add(batch.map { transform(items[$0]) }, from: batch.lowerBound)
      }
    }
  }
}

/// Counts the items that have been taken.
private final class Cursor: Sendable {
  private let position = Atomic(0)

  func take(_ size: Int, of count: Int) -> Range<Int>? {
    let start = position.add(size, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + size, count) : nil
  }
}

/// Results that wait for those before them.
private final class OrderedQueue<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: [Result]] = [:]
    var isEmitting = false
    /// What each of the workers waits at that wait for room. With one for all, a worker could take the
    /// signal of another one, which then waits for ever.
    var sleepers: [DispatchSemaphore] = []
  }

  private let state = Mutex(State())
  private let window: Int
  private let consume: @Sendable (Result) -> Void

  init(window: Int, _ consume: @escaping @Sendable (Result) -> Void) {
    self.window = window
    self.consume = consume
  }

  /// Waits until results from an index on are near enough to those that are handed over. Whoever makes
  /// the next of these never waits, so that there is always a worker that goes on.
  func waitForRoom(from start: Int) {
    while let room = sleep(from: start) { room.wait() }
  }

  /// What to wait at; `nil` where there is room.
  private func sleep(from start: Int) -> DispatchSemaphore? {
    state.withLock { state in
      guard start >= state.next + window else { return nil }
      let room = DispatchSemaphore(value: 0)
      state.sleepers.append(room)
      return room
    }
  }

  /// Adds the results of a batch and hands over all that are due. A worker that finds another one
  /// handing over leaves its results to it.
  func add(_ results: [Result], from start: Int) {
    let isMine = state.withLock { state in
      state.waiting[start] = results
      if state.isEmitting { return false }
      state.isEmitting = true
      return true
    }
    guard isMine else { return }
    while let due = takeDue() {
      for result in due { consume(result) }
    }
  }

  private func takeDue() -> [Result]? {
    let (due, sleepers) = state.withLock { state -> ([Result]?, [DispatchSemaphore]) in
      guard let due = state.waiting.removeValue(forKey: state.next) else {
        state.isEmitting = false
        return (nil, [])
      }
      state.next += due.count
      defer { state.sleepers = [] }
      return (due, state.sleepers)
    }
    for sleeper in sleepers { sleeper.signal() }
    return due
  }
}

/// A value with the word that it was written as, for whoever asks what is in force.
package struct WrittenValue<Value: Sendable>: Sendable {
  package let value: Value
  package let word: String

  package init(_ value: Value, as word: String) {
    self.value = value
    self.word = word
  }
}

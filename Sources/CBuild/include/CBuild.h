#pragma once

/// The address of rules' pages that whoever built this program has set, with {rule} in place of a name;
/// empty where nobody has.
const char *_Nonnull loclint_rule_pages(void);

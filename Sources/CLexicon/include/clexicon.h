// The compiled knowledge tables, as constant data of the program.
#ifndef CLEXICON_H
#define CLEXICON_H

#include <stddef.h>

/// First byte of the compiled lexicon; aligned to 16 bytes.
const void *_Nonnull lexicon_data(void);

/// Number of bytes of the compiled lexicon.
size_t lexicon_size(void);

/// First byte of the tagger's weights; aligned to 16 bytes.
const void *_Nonnull tagger_data(void);

/// Number of bytes of the tagger's weights.
size_t tagger_size(void);

/// Asks the processor for the cache line of an address that will be read soon; Swift has no word
/// for it.
static inline void prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

#endif

// Compiles the data into the program: C23 #embed keeps it when the binary is moved.
#include "clexicon.h"

static const _Alignas(16) unsigned char lexicon[] = {
#embed "data/lexicon.bin" if_empty(0)
};

static const _Alignas(16) unsigned char tagger[] = {
#embed "data/tagger.bin" if_empty(0)
};

const void *lexicon_data(void) { return lexicon; }
size_t lexicon_size(void) { return sizeof lexicon; }
const void *tagger_data(void) { return tagger; }
size_t tagger_size(void) { return sizeof tagger; }

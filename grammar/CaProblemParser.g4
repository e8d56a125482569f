parser grammar CaProblemParser;
options { tokenVocab = CaProblemLexer; }
detail : (WORD | WS)* EOF ;

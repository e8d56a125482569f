lexer grammar CaProblemLexer;
WORD : ~[ \t\r\n]+ ;
WS : [ \t\r\n]+ ;

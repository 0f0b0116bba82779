var good = 1;
var broken = ;

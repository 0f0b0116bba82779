var csx2 = ;

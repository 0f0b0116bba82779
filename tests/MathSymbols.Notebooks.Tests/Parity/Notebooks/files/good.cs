int Twice(int x) => 2 * x; var inCs = 3; "value of cs"

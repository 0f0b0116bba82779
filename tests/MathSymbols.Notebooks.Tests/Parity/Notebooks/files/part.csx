var csx = 5;
int Bad() => throw new Exception("in csx");

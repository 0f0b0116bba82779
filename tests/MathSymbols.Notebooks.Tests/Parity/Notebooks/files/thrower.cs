var assignedBefore = 1;
throw new Exception("swallow");

using CallCenter.Load;

return LoadCommandLine.Run(args, Console.Out, Console.Error);

using BenchmarkDotNet.Running;
using CallCenter.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(BenchmarkSettings).Assembly)
    .Run(args.Length == 0 ? ["--filter", "*"] : args, new BenchmarkSettings());

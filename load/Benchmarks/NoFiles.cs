using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace CallCenter.Benchmarks;

/// <summary>Pages without their files: what is drawn names them, nothing reads them.</summary>
internal sealed class NoFiles : IWebHostEnvironment
{
    public string WebRootPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");
    public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
    public string ApplicationName { get; set; } = "benchmark";
    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
    public string EnvironmentName { get; set; } = "Production";
}

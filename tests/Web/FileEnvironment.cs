using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace CallCenter.Web.Tests;

/// <summary>Where the files of the pages are, for components that are rendered without a server.</summary>
internal sealed class FileEnvironment : IWebHostEnvironment
{
    public string WebRootPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");
    public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
    public string ApplicationName { get; set; } = "test";
    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
    public string EnvironmentName { get; set; } = "Test";
}

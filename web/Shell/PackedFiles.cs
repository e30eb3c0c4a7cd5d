using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace CallCenter.Web.Shell;

/// <summary>
/// Scripts, styles and drawings of the pages, packed once for all visitors. The framework's compression packs each answer anew: at a level
/// that costs little it leaves a third more on the wire, at the best one a visit costs two seconds of a core that calls need. Only files
/// are packed, which are the same for everybody: pages hold secrets beside what strangers may put into addresses.
/// </summary>
public sealed class PackedFiles(IWebHostEnvironment environment)
{
    private const int BrotliQuality = 9;

    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".svg"] = "image/svg+xml",
    };

    // As many as there are files, twice.
    private readonly ConcurrentDictionary<(string Path, string Encoding), Lazy<byte[]>> _packed = new();

    /// <summary>False where the file is none of these, or the browser takes no packed ones.</summary>
    /// <param name="path">Within <c>wwwroot</c>.</param>
    public async ValueTask<bool> Answer(HttpContext context, string path)
    {
        if (!HttpMethods.IsGet(context.Request.Method)
            || !Types.TryGetValue(Path.GetExtension(path), out var type)
            || EncodingOf(context.Request) is not { } encoding
            || environment.WebRootFileProvider.GetFileInfo(path) is not { Exists: true, PhysicalPath: { } file })
        {
            return false;
        }

        var packed = _packed.GetOrAdd((file, encoding), static key => new Lazy<byte[]>(() => Pack(key.Path, key.Encoding))).Value;
        var headers = context.Response.Headers;
        headers.ContentEncoding = encoding;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = StaticFilePaths.KeptForEver;
        context.Response.ContentType = type;
        context.Response.ContentLength = packed.Length;
        await context.Response.Body.WriteAsync(packed, context.RequestAborted);
        return true;
    }

    private static string? EncodingOf(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string encoding) => accepted.Any(one => one.Value == encoding && one.Quality is not 0);
        return Takes("br") ? "br" : Takes("gzip") ? "gzip" : null;
    }

    private static byte[] Pack(string path, string encoding)
    {
        var clear = File.ReadAllBytes(path);
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "br"
            ? new BrotliStream(packed, new BrotliCompressionOptions { Quality = BrotliQuality })
            : new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            packer.Write(clear);
        }

        return packed.ToArray();
    }
}

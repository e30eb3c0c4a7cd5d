using System.Globalization;
using System.Text;
using QRCoder;

namespace CallCenter.Web.Shell;

/// <summary>A QR code as the path of an SVG, one unit a module, with the quiet zone around it.</summary>
public sealed record QrPath(int Size, string Data)
{
    public static QrPath Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.L);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return new QrPath(modules.Count, path.ToString());
    }
}

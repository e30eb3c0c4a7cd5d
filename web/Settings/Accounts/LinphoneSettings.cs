using System.Xml.Linq;

namespace CallCenter.Web.Settings.Accounts;

/// <summary>
/// The settings of a phone as Linphone takes them from an address (its remote provisioning, <c>lpconfig.xsd</c>). The phone keeps them:
/// its own address for settings is emptied, so that it does not ask again at every start.
/// </summary>
internal static class LinphoneSettings
{
    private static readonly XNamespace Space = "http://www.linphone.org/xsds/lpconfig.xsd";

    public static string Xml(PhoneSettings phone, string host, (string Server, string Transport) registrar)
    {
        var document = new XElement(Space + "config",
            Section("auth_info_0", ("username", phone.Username), ("passwd", phone.Password), ("realm", phone.Realm)),
            Section("proxy_0",
                ("reg_identity", $"sip:{phone.Username}@{host}"),
                ("reg_proxy", $"<sip:{registrar.Server};transport={registrar.Transport}>"),
                ("reg_sendregister", "1")),
            Section("sip", ("default_proxy", "0")),
            Section("misc", ("config-uri", "")));
        return $"""<?xml version="1.0" encoding="UTF-8"?>{"\n"}{document}""";
    }

    private static XElement Section(string name, params IEnumerable<(string Name, string Value)> entries) => new(
        Space + "section", new XAttribute("name", name),
        entries.Select(entry => new XElement(
            Space + "entry", new XAttribute("name", entry.Name), new XAttribute("overwrite", "true"), entry.Value)));
}

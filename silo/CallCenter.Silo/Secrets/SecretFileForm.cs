using System.Security.Cryptography;
using System.Text.Json;

namespace CallCenter.Silo.Secrets;

/// <summary>Writes all secrets as the content of <c>secrets.json</c>, and reads them from it.</summary>
internal static class SecretFileForm
{
    public static byte[] Encrypt(SecretSnapshot secrets, SecretCipher cipher)
    {
        var file = new SecretFile { Administrator = secrets.AdministratorHash };
        foreach (var (name, password) in secrets.Accounts) file.Accounts[name] = cipher.Encrypt($"account:{name}", password);
        foreach (var (name, password) in secrets.Trunks) file.Trunks[name] = cipher.Encrypt($"trunk:{name}", password);
        foreach (var (name, hash) in secrets.SignIns) file.SignIns[name] = hash;
        foreach (var (name, password) in secrets.Mail) file.Mail[name] = cipher.Encrypt($"mail:{name}", password);
        foreach (var (name, secret) in secrets.SecondFactors) file.SecondFactors[name] = cipher.Encrypt($"factor:{name}", secret);
        foreach (var (name, token) in secrets.Tokens) file.Tokens[name] = token;
        foreach (var (id, key) in secrets.ApiKeys) file.ApiKeys[id] = key;
        return JsonSerializer.SerializeToUtf8Bytes(file, SecretFileContext.Default.SecretFile);
    }

    /// <param name="path">Named in the <see cref="SecretsDamagedException"/>.</param>
    public static SecretSnapshot Decrypt(byte[] content, SecretCipher cipher, string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize(content, SecretFileContext.Default.SecretFile)
                ?? throw new JsonException("The file is null.");
            var empty = new SecretSnapshot();
            return new SecretSnapshot
            {
                AdministratorHash = file.Administrator,
                Accounts = empty.Accounts.AddRange(file.Accounts.Select(pair => Decrypt(pair, "account", cipher))),
                Trunks = empty.Trunks.AddRange(file.Trunks.Select(pair => Decrypt(pair, "trunk", cipher))),
                SignIns = empty.SignIns.AddRange(file.SignIns),
                Mail = empty.Mail.AddRange(file.Mail.Select(pair => Decrypt(pair, "mail", cipher))),
                SecondFactors = empty.SecondFactors.AddRange(file.SecondFactors.Select(pair => Decrypt(pair, "factor", cipher))),
                Tokens = empty.Tokens.AddRange(file.Tokens),
                ApiKeys = empty.ApiKeys.AddRange(file.ApiKeys),
            };
        }
        catch (Exception broken) when (broken is JsonException or CryptographicException or FormatException)
        {
            throw new SecretsDamagedException($"{path} cannot be read with the key beside it: restore both from one backup.", broken);
        }
    }

    private static KeyValuePair<string, string> Decrypt(KeyValuePair<string, string> pair, string kind, SecretCipher cipher) =>
        KeyValuePair.Create(pair.Key, cipher.Decrypt($"{kind}:{pair.Key}", pair.Value));
}

using System.Text.Json;

namespace Sweet.Sandbox.SendGrid;

/// <summary>All emails that were accepted, oldest first.</summary>
public sealed class Inbox
{
    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Lock gate = new();
    private readonly List<SentMail> mails = [];
    private readonly string? folder;

    /// <param name="folder">Where each email is kept as a file; null: in memory only.</param>
    internal Inbox(string? folder)
    {
        this.folder = folder;
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        mails.AddRange(Directory.EnumerateFiles(folder, "*.json")
            .Select(file => JsonSerializer.Deserialize<SentMail>(File.ReadAllText(file), FileFormat)!)
            .OrderBy(mail => mail.At));
    }

    public IReadOnlyList<SentMail> Mails
    {
        get
        {
            lock (gate)
                return [.. mails];
        }
    }

    public IReadOnlyList<SentMail> To(string email) =>
        [.. Mails.Where(mail => mail.To.Any(party => string.Equals(party.Email, email, StringComparison.OrdinalIgnoreCase)))];

    public SentMail? Find(string id) => Mails.FirstOrDefault(mail => mail.Id == id);

    public void Clear()
    {
        lock (gate)
        {
            mails.Clear();
            if (folder is null)
                return;
            foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
                File.Delete(file);
        }
    }

    internal void Add(SentMail mail)
    {
        lock (gate)
        {
            mails.Add(mail);
            if (folder is not null)
                File.WriteAllText(Path.Combine(folder, mail.Id + ".json"), JsonSerializer.Serialize(mail, FileFormat));
        }
    }
}

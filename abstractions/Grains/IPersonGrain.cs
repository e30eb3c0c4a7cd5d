using CallCenter.Abstractions.People;

namespace CallCenter.Abstractions.Grains;

/// <summary>
/// What belongs to whoever signs in and not to his work; its key is <c>project/key</c> (<see cref="GrainKeys.Person"/>). It is kept in
/// the database: while that is away every call throws <see cref="Orleans.Runtime.OrleansException"/>.
/// </summary>
public interface IPersonGrain : IGrainWithStringKey
{
    /// <summary>In the order of their names.</summary>
    ValueTask<SavedView[]> Views();

    /// <summary>Takes the place of one of the same page and name. False when there are too many.</summary>
    ValueTask<bool> SaveView(SavedView view);

    ValueTask RemoveView(string page, string name);

    /// <summary>Where he is signed in, the newest first.</summary>
    ValueTask<KnownSignIn[]> SignIns();

    /// <summary>He signed in, or one that is known was used again.</summary>
    ValueTask NoteSignIn(KnownSignIn signIn);
}

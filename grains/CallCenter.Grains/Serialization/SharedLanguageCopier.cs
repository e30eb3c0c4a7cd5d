using Orleans.Serialization.Cloning;

namespace CallCenter.Grains.Serialization;

/// <summary>
/// Messages of the shared language never change, so that a call within the process hands them over as they are: the pages compare lines of
/// the board by reference, and copying a board would cost more than drawing it.
/// </summary>
public sealed class SharedLanguageCopier : IGeneralizedCopier
{
    public bool IsSupportedType(Type type) => SharedLanguage.Has(type);

    public object? DeepCopy(object? input, CopyContext context) => input;
}
